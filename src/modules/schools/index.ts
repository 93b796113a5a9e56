export { schoolsModule } from './module.ts'
export type { SchoolsTables } from './tables.ts'
