import fc from 'fast-check'

const index = fc.nat({ max: 15 })

/** What an agency told of a child with whom it works; the days of two who work with the child for it are drawn beside it. */
export const agencySketch = {
  person: index,
  /** Counted round those of the world, the council among them. */
  organisation: index,
  author: index,
  colleague: index,
  isCorrected: fc.boolean(),
  query: fc.option(fc.record({ asker: index, isAnswered: fc.boolean() }), { nil: null, freq: 3 }),
  isSensitive: fc.constantFrom(false, false, true),
  hasEnded: fc.constantFrom(false, false, true),
}
