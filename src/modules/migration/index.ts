export { type ImportCensusOptions, type ImportCensusReport, importCensus } from './commands/importCensus.ts'
export type { CensusReport } from './loading/importReport.ts'
export type { MigrationTables } from './tables.ts'
