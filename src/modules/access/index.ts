export { accessDifferences } from './queries/accessDifferences.ts'
export { refreshAccess } from './queries/refreshAccess.ts'
export { type Sight, whyICanSee } from './queries/whyICanSee.ts'
export type { AccessTables } from './tables.ts'
