import { sql } from 'kysely'
import type { ClockFact } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** When group supervision was held about a child's family, and when its workbook closed. */
export type SupervisionDates = {
  readonly personId: Uuid
  /** The child’s place in the family: each child’s clock hangs on a row of its own. */
  readonly memberId: Uuid
  /** Oldest first. */
  readonly held: readonly ClockFact[]
  readonly closedOn: Temporal.PlainDate | null
}

type Row = {
  member_id: Uuid
  person_id: Uuid
  workbook_id: Uuid
  id: Uuid
  held_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
}

/** For each of these children, of the latest workbook of their family: a supervision belongs to the workbook that was open on its day. */
export async function supervisionDates(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly SupervisionDates[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Row>`
    select member.id as member_id, member.person_id, workbook.id as workbook_id, held.id, held.held_on, workbook.closed_on
    from family_member member join workbook on workbook.family_id = member.family_id
      join group_supervision held on held.family_id = workbook.family_id and held.held_on >= workbook.opened_on
        and held.held_on <= coalesce(workbook.closed_on, 'infinity'::date)
    where member.person_id = any (${personIds}::uuid[]) and member.role = 'child' and (member.ended_on is null or member.ended_on >= ${work.today}::date)
    order by member.person_id, workbook.opened_on, workbook.id, held.held_on, held.id`.execute(work.db())
  const latest = new Map(rows.map(row => [row.member_id, row.workbook_id]))
  const books = Map.groupBy(
    rows.filter(row => latest.get(row.member_id) === row.workbook_id),
    row => row.member_id,
  )
  return [...books.values()].flatMap(found => {
    const [first] = found
    if (first === undefined) return []
    return [
      {
        personId: first.person_id,
        memberId: first.member_id,
        held: found.map(({ id, held_on: on }) => ({ id, on })),
        closedOn: first.closed_on,
      },
    ]
  })
}
