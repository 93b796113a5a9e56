import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Contact, World } from './world.ts'

/** @returns every contact with those whom it names, matched or not, what others contributed, its decision and what its referrer was told. */
export function contactRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  return world.contacts.flatMap((fact, at) => {
    const author = sketch.contacts[at]?.author ?? 0
    const under = (table: string) => ({ table, id: next(), contactId: fact.id, personIds: fact.personIds })
    const authorId = workerAt(sketch, author)
    const isMatched = fact.personIds.length > 0
    const by = fact.createdBy === null ? {} : { authorId: fact.createdBy }
    return [
      { ...under('contact'), id: fact.id, ...by, isMatched, fact },
      ...namedRows(fact, under),
      { ...under('contact_contribution'), authorId },
      { ...under('contact_decision'), authorId },
      { ...under('contact_feedback'), authorId },
    ]
  })
}

/** Somebody who is nobody of the record yet, everyone who is matched, and those who were taken out again. */
function namedRows(
  { personIds, removedIds }: Contact,
  under: (table: string) => KnownRow,
): readonly KnownRow[] {
  const named = (matchedId: Uuid) => ({ ...under('contact_person'), isMatched: true, matchedId })
  return [
    { ...under('contact_person'), isMatched: false },
    ...personIds.map(named),
    ...removedIds.map(id => ({ ...named(id), isRemoved: true })),
  ]
}
