export { caseloadSource } from './caseload/index.ts'
export { workforceModule } from './module.ts'
