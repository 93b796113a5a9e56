export { workforceModule } from './module.ts'
