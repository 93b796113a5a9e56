export { saveScenario } from './capacity/index.ts'
export { caseloadSource } from './caseload/index.ts'
export { workforceModule } from './module.ts'
export type { WorkforceTables } from './tables.ts'
