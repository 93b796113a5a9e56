import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type ClockId, clockDefinition } from '#reference'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import type { InboxItem } from './inboxItem.ts'

/** By when something is to be decided, and what says so. */
export type InboxDue = {
  readonly dueOn: Temporal.PlainDate
  /** The clock that the decision stops; null: the day that was asked for. */
  readonly clock: { readonly id: Uuid; readonly name: string } | null
}
type Waiting = Pick<InboxItem, 'id' | 'kind' | 'personIds'> & { readonly wishedOn?: InboxItem['wishedOn'] }

/**
 * When each of these is due: by the soonest open clock of its people that its decision stops, or the day that a transfer is
 * asked for. Those that neither presses are not there.
 */
export async function inboxDue(work: Work, items: readonly Waiting[]): Promise<ReadonlyMap<Uuid, InboxDue>> {
  const stops = new Map(registries.approvalKinds.map(kind => [kind.kind, kind.stops ?? []]))
  const stopsOf = ({ kind }: Waiting): readonly ClockId[] => stops.get(kind) ?? []
  const clocks = await openClocksOf(
    work,
    items.filter(one => stopsOf(one).length > 0),
    items.flatMap(stopsOf),
  )
  return new Map(
    items.flatMap((one): [Uuid, InboxDue][] => {
      const first = clocks.find(
        clock => one.personIds.includes(clock.personId) && stopsOf(one).includes(clock.definitionId),
      )
      if (first) {
        const clock = { id: first.id, name: clockDefinition(first.definitionId).name }
        return [[one.id, { dueOn: first.dueOn, clock }]]
      }
      return one.wishedOn ? [[one.id, { dueOn: one.wishedOn, clock: null }]] : []
    }),
  )
}

/** Open clocks of these people, the soonest first. */
async function openClocksOf(work: Work, items: readonly Waiting[], definitionIds: readonly ClockId[]) {
  if (items.length === 0) return []
  const personIds = [...new Set(items.flatMap(one => one.personIds))]
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('clock')
    .select(['id', 'person_id', 'definition_id', 'due_on'])
    .where('outcome', '=', 'open')
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val(personIds))))
    .where('definition_id', 'in', [...new Set(definitionIds)])
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    definitionId: row.definition_id as ClockId, // written by clockChain only
    dueOn: row.due_on,
  }))
}

/** The most urgent first: by when they are due, those without a date after them; then those that have waited longest. */
export function mostUrgentFirst(
  items: readonly InboxItem[],
  due: ReadonlyMap<Uuid, InboxDue>,
): readonly InboxItem[] {
  return items.toSorted((one, other) => {
    const [mine, theirs] = [due.get(one.id)?.dueOn, due.get(other.id)?.dueOn]
    const byDay = mine && theirs ? Temporal.PlainDate.compare(mine, theirs) : Number(!mine) - Number(!theirs)
    return byDay || Temporal.Instant.compare(one.submittedAt, other.submittedAt)
  })
}
