import { sql } from 'kysely'
import type { QualityIssue, QualitySource } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type Found = {
  readonly person_id: Uuid
  readonly rule: 'no_outcome' | 'no_review'
  readonly on: Temporal.PlainDate
}

const words = {
  no_outcome: {
    problem: 'A child in need plan has no outcome',
    mend: 'Write what should change, who does what, and by when',
  },
  no_review: {
    problem: 'A child in need plan older than three months has no review',
    mend: 'Hold the review, or record the one that was held',
  },
} as const

/** Running plans that say nothing, and plans that nobody has looked at again. Codes and dates only. */
function found(work: Work) {
  const before = work.today.subtract({ months: 3 })
  return sql`
    select p.person_id, 'no_outcome' as rule, p.started_on as "on" from cin_plan p
    where p.ended_on is null and not exists (select from plan_outcome o where o.plan_id = p.id)
    union all
    select p.person_id, 'no_review', p.started_on from cin_plan p
    where p.ended_on is null and p.started_on < ${before}::date
      and not exists (select from plan_review r where r.plan_id = p.id)`
}

/** What child in need plans lack. */
export const planQuality: QualitySource = {
  name: 'plans',
  title: 'Child in need plans',
  async count(work) {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::integer as count from (${found(work)}) f`.execute(work.db())
    return rows[0]?.count ?? 0
  },
  async issues(work, offset, limit): Promise<readonly QualityIssue[]> {
    const { rows } = await sql<Found>`select person_id, rule, "on" from (${found(work)}) f
      order by "on", person_id, rule offset ${offset}::integer limit ${limit}::integer`.execute(work.db())
    return rows.map(row => ({
      personId: row.person_id,
      kind: 'missing',
      rule: row.rule,
      ...words[row.rule],
      severity: 'query',
      on: row.on,
      href: `/people/${row.person_id}/plan`,
    }))
  },
}
