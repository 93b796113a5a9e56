import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import type { Approval } from './readApprovals.ts'

/** When each of these is due: by the soonest open clock of its people that it stops. Those that stop none are not there. */
export async function approvalsDue(
  work: Work,
  approvals: readonly Approval[],
): Promise<ReadonlyMap<Uuid, Temporal.PlainDate>> {
  const stops = new Map(registries.approvalKinds.map(kind => [kind.kind, kind.stops ?? []]))
  const stopping = approvals.filter(({ kind }) => (stops.get(kind) ?? []).length > 0)
  if (stopping.length === 0) return new Map()
  const personIds = [...new Set(stopping.flatMap(one => one.personIds))]
  const clocks = await work
    .db<CaseworkTables>()
    .selectFrom('clock')
    .select(['person_id', 'definition_id', 'due_on'])
    .where('outcome', '=', 'open')
    .where(eb => eb('person_id', '=', eb.fn.any(eb.val(personIds))))
    .where('definition_id', 'in', [...new Set([...stops.values()].flat())])
    .execute()
  return new Map(
    stopping.flatMap(one => {
      const [first] = clocks
        .filter(
          clock =>
            one.personIds.includes(clock.person_id) &&
            stops.get(one.kind)?.some(id => id === clock.definition_id),
        )
        .map(clock => clock.due_on)
        .toSorted(Temporal.PlainDate.compare)
      return first === undefined ? [] : [[one.id, first] as const]
    }),
  )
}

/** The most urgent first: by when they are due, those without a date after them; then those that have waited longest. */
export function mostUrgentFirst(
  approvals: readonly Approval[],
  due: ReadonlyMap<Uuid, Temporal.PlainDate>,
): readonly Approval[] {
  return approvals.toSorted((one, other) => {
    const [mine, theirs] = [due.get(one.id), due.get(other.id)]
    const byDay = mine && theirs ? Temporal.PlainDate.compare(mine, theirs) : Number(!mine) - Number(!theirs)
    return byDay || Temporal.Instant.compare(one.submittedAt, other.submittedAt)
  })
}
