export {
  type AllocationsReport,
  type ImportAllocationsReport,
  importAllocations,
} from './commands/importAllocations.ts'
export { type ImportCensusOptions, type ImportCensusReport, importCensus } from './commands/importCensus.ts'
export type { CensusReport } from './loading/importReport.ts'
export { migrationMergeRules } from './migrationMergeRules.ts'
export { migrationModule } from './migrationModule.ts'
export { migrationQuality } from './quality/migrationQuality.ts'
export { migrationSection } from './quality/migrationSection.ts'
export type { MigrationTables } from './tables.ts'
