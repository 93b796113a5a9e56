export type { AuditTables } from './tables.ts'
