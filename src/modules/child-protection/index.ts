export type { ChildProtectionTables } from './tables.ts'
