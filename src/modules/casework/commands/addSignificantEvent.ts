import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { writableSubjects } from '../queries/familyChildren.ts'
import type { CaseworkTables } from '../tables.ts'

/** Something that happened, for the short chronology of one or several children. */
export type SignificantEvent = {
  readonly personIds: readonly Uuid[]
  readonly happenedOn: Temporal.PlainDate
  readonly description: string
  readonly source: string | null
  readonly impact: string | null
}

export type AddedEvent =
  | { readonly outcome: 'added' }
  | { readonly outcome: 'refused'; readonly refusal: 'nobody' | 'in_future' | 'may_not_write' }

/** Adds the event to each of these people's chronology, or to none when one of them is not the actor's to write about. */
export async function addSignificantEvent(work: Work, event: SignificantEvent): Promise<AddedEvent> {
  if (event.personIds.length === 0) return { outcome: 'refused', refusal: 'nobody' }
  if (Temporal.PlainDate.compare(event.happenedOn, work.today) > 0)
    return { outcome: 'refused', refusal: 'in_future' }
  const writable = await writableSubjects(work, event.personIds)
  if (event.personIds.some(id => !writable.has(id))) return { outcome: 'refused', refusal: 'may_not_write' }
  const rows = event.personIds.map(personId => ({
    id: makeUuid(),
    person_id: personId,
    happened_on: event.happenedOn,
    description: event.description,
    source: event.source,
    impact: event.impact,
  }))
  await work.db<CaseworkTables>().insertInto('significant_event').values(rows).execute()
  return { outcome: 'added' }
}
