// The door of harm outside the home, for the module's own.
export { harmMergeRules } from './harmMergeRules.ts'
export { harmRoutes } from './harmRoutes.ts'
export { harmQuality } from './record/harmQuality.ts'
export { harmSection } from './record/harmSection.ts'
export { harmTimeline } from './record/harmTimeline.ts'
