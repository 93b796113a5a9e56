export type { CaseworkTables } from './tables.ts'
