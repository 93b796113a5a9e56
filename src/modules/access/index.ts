export type { AccessTables } from './tables.ts'
