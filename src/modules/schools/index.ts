export { attendanceSection } from './attendance/attendanceSection.ts'
export { schoolsModule } from './module.ts'
export { schoolsMergeRules } from './schoolsMergeRules.ts'
export type { SchoolsTables } from './tables.ts'
