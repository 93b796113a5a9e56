import fc from 'fast-check'

const index = fc.nat({ max: 15 })

/** A meeting about one or two, most of them showing their papers still. */
export const meetingSketch = fc.record({
  kind: fc.constantFrom('strategy', 'initial', 'initial', 'review', 'core_group'),
  people: fc.oneof(
    { weight: 3, arbitrary: fc.uniqueArray(index, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.uniqueArray(index, { minLength: 2, maxLength: 2 }) },
  ),
  chair: fc.option(index, { nil: null, freq: 4 }),
  administrator: fc.option(index, { nil: null, freq: 2 }),
  /** Days from today on which the papers close, the day itself still open. */
  papersFor: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, -1, -30) },
  ),
  isCancelled: fc.constantFrom(false, false, false, false, true),
  invited: fc.uniqueArray(
    fc.record({ worker: index, isWithdrawn: fc.constantFrom(false, false, false, true) }),
    { minLength: 1, maxLength: 3, selector: one => one.worker },
  ),
  family: fc.option(index, { nil: null, freq: 3 }),
  /** Who says something of a class of its own, who is let to read it, and whom a part names. */
  author: index,
  reader: index,
  named: fc.option(index, { nil: null, freq: 1 }),
  recipient: index,
  dataClass: fc.constantFrom('C3' as const, 'C4' as const),
})

/** Who is kept from whom; and, so that it bites, somebody who works with the one kept out. */
export const wallSketch = fc.record({
  from: index,
  protected: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
  worker: index,
  /** Hours before now at which it was raised, and whether it has ended. */
  begun: fc.integer({ min: 1, max: 20 }),
  isOver: fc.constantFrom(false, false, false, true),
})

export type MeetingSketch = typeof meetingSketch extends fc.Arbitrary<infer Value> ? Value : never
