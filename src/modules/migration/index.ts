export type { MigrationTables } from './tables.ts'
