export { schoolsModule } from './module.ts'
