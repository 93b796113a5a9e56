// The door of disagreements about plans, for the module's own.
export { disputeRoutes } from './disputeRoutes.ts'
export { disputeSection } from './disputeSection.ts'
