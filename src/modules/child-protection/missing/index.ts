// The door of missing children, for the module's own.
export { missingClockSource } from './clocks/missingClockSource.ts'
export { missingNavigation, missingRoutes } from './missingRoutes.ts'
export { missingBar } from './record/missingBar.ts'
export { missingFlag } from './record/missingFlag.ts'
export { missingQuality } from './record/missingQuality.ts'
export { missingSection } from './record/missingSection.ts'
export { missingTimeline } from './record/missingTimeline.ts'
