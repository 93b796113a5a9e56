// The door of pre-proceedings, for the module's own.
export { preProceedingsClockSource } from './clocks/preProceedingsClocks.ts'
export { preProceedingsMergeRules } from './preProceedingsMergeRules.ts'
export { preProceedingsRoutes } from './preProceedingsRoutes.ts'
export { preProceedingsBars } from './record/preProceedingsBars.ts'
export { preProceedingsQuality } from './record/preProceedingsQuality.ts'
export { preProceedingsSection } from './record/preProceedingsSection.ts'
export { preProceedingsTimeline } from './record/preProceedingsTimeline.ts'
