export { type Clock, ENGLAND, londonDate, systemClock } from './clock.ts'
export { type FixedClock, fixedClock } from './fixedClock.ts'
