import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What stands beside the adults' measures: the plan that a child has now. */
export type ChildSide = {
  readonly personId: Uuid
  readonly plan: string | null
  readonly since: Temporal.PlainDate | null
}

type Row = {
  person_id: Uuid
  protected_since: Temporal.PlainDate | null
  need_since: Temporal.PlainDate | null
}

/** Plans of these children, as far as the reader may read them. */
export async function childSide(work: Work, childIds: readonly Uuid[]): Promise<readonly ChildSide[]> {
  if (childIds.length === 0) return []
  const { rows } = await sql<Row>`
    select child.id as person_id,
      (select max(plan.started_on) from cp_plan plan where plan.person_id = child.id and plan.ended_on is null) as protected_since,
      (select max(plan.started_on) from cin_plan plan where plan.person_id = child.id and plan.ended_on is null) as need_since
    from unnest(${childIds}::uuid[]) with ordinality child (id, place) order by child.place`.execute(
    work.db(),
  )
  return rows.map(({ person_id: personId, protected_since: protectedSince, need_since: needSince }) =>
    protectedSince !== null
      ? { personId, plan: 'Child protection plan', since: protectedSince }
      : { personId, plan: needSince === null ? null : 'Child in need plan', since: needSince },
  )
}
