export type { AssessmentsTables } from './tables.ts'
