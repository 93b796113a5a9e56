export type { FrontDoorTables } from './tables.ts'
