export { assessmentClockSource } from './clocks/assessmentClockSource.ts'
export { assessmentSection } from './record/assessmentSection.ts'
export { assessmentTimeline } from './record/assessmentTimeline.ts'
export type { AssessmentsTables } from './tables.ts'
