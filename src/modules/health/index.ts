export { healthMergeRules } from './healthMergeRules.ts'
export { healthModule } from './module.ts'
export type { HealthTables } from './tables.ts'
