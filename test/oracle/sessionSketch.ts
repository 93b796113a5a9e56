import fc from 'fast-check'

const index = fc.nat({ max: 15 })

/** Supervision of somebody, mostly by their line; and who is drawn to audit it. */
export const sessionSketch = fc.record({
  supervisee: index,
  /** Which of those who lead the worker, counted round; any worker where nobody does. */
  supervisor: index,
  isOfLine: fc.constantFrom(true, true, true, false),
  isComplete: fc.boolean(),
  auditor: index,
  isAudited: fc.constantFrom(true, true, false),
  isDone: fc.boolean(),
  isShared: fc.boolean(),
  /** The child about whom a direction is given. */
  child: index,
})
