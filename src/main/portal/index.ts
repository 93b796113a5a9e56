export { buildPortal } from './buildPortal.ts'
export type { PortalOptions, ServedPortal } from './portalOptions.ts'
export { type RunningPortal, startPortal } from './startPortal.ts'
