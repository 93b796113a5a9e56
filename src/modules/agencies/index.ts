export type { AgenciesTables } from './tables.ts'
