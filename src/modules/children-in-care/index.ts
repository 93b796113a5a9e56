// The door of children in care.
export { careMergeRules } from './mergeRules.ts'
export { childrenInCareModule } from './module.ts'
export { careBar } from './record/careBar.ts'
export { careFlag } from './record/careFlag.ts'
export { careSection } from './record/careSection.ts'
export { careTimeline } from './record/careTimeline.ts'
export type { ChildrenInCareTables } from './tables.ts'
