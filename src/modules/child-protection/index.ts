export { protectionClockSource } from './clocks/protectionClockSource.ts'
export { protectionSection } from './record/protectionSection.ts'
export { protectionTimeline } from './record/protectionTimeline.ts'
export type { ChildProtectionTables } from './tables.ts'
