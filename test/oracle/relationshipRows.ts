import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { peopleAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'

/** @returns what is said of two people at once: how they are related, and whether they are one. Nobody is related to themselves. */
export function relationshipRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.relationships
    .map(({ from, to }) => peopleAt(sketch, [from, to]))
    .filter(personIds => personIds.length === 2)
    .flatMap((personIds, at) => [
      { table: 'relationship', id: next(), personIds },
      { table: 'relationship_quality', id: next(), personIds },
      { table: 'twin_likeness', id: next(), personIds },
      ...(at === 0 ? mergeRows(personIds, next) : []),
    ])
}

/** What is asked about two records once: whether they are of one person. */
function mergeRows(personIds: readonly Uuid[], next: () => Uuid): readonly KnownRow[] {
  const paperId = next()
  return [
    { table: 'merge', id: paperId, paperId, personIds },
    { table: 'merge_row', id: next(), paperId, personIds },
    { table: 'not_same_person', id: next(), personIds },
  ]
}
