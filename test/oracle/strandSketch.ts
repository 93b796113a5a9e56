import fc from 'fast-check'

const index = fc.nat({ max: 15 })

/** What somebody of a team works on with one of a family; its days and those of the worker's post are drawn beside it. */
export const strandSketch = {
  family: index,
  /** Who of the family, counted round. */
  member: index,
  worker: fc.option(index, { nil: null, freq: 6 }),
  discipline: fc.constantFrom(
    'social_work',
    'family_support',
    'mental_health',
    'mental_health',
    'substance_misuse',
    'domestic_abuse',
    'domestic_abuse',
  ),
  worksWith: fc.constantFrom('victim', 'victim', 'perpetrator'),
  /** Somebody who writes a note that they should not. */
  author: index,
}

/** Who stands in for whom, counted round those posts that can be covered. */
export const coverSketch = fc.record({
  post: index,
  worker: index,
  /** Days before today on which it begins, and how many it lasts; taken back before it began it lasts none. */
  begun: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: -9, max: -1 }) },
  ),
  lasts: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 21, max: 90 }) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
})
