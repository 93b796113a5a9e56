export { portalMergeRules } from './portalMergeRules.ts'
export type { FamilyPortalTables } from './tables.ts'
