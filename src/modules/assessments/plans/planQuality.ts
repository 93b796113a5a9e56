import { sql } from 'kysely'
import type { QualityIssue, QualitySource } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type Found = {
  readonly person_id: Uuid
  readonly rule: 'no_outcome' | 'no_review' | 'overdue_twice'
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
  overdue_twice: {
    problem: 'An action was past its day at two reviews and is still not done',
    mend: 'Do it, give it to somebody else, or say at the outcome why it is dropped',
  },
} as const

/** Running plans that say nothing, that nobody has looked at again, or whose reviews leave the same thing undone. Codes and dates only. */
function found(work: Work) {
  const before = work.today.subtract({ months: 3 })
  return sql`
    select p.person_id, 'no_outcome' as rule, p.started_on as "on" from cin_plan p
    where p.ended_on is null and not exists (select from plan_outcome o where o.plan_id = p.id)
    union all
    select p.person_id, 'no_review', p.started_on from cin_plan p
    where p.ended_on is null and p.started_on < ${before}::date
      and not exists (select from plan_review r where r.plan_id = p.id)
    union all
    select a.person_id, 'overdue_twice', min(a.due_on) from cin_plan p
      join plan_outcome o on o.plan_id = p.id and o.status = 'open'
      join plan_action a on a.outcome_id = o.id and a.done_on is null and a.due_on < ${work.today}::date
    where p.ended_on is null
      and (select count(*) from plan_review r where r.plan_id = p.id and r.held_on > a.due_on) >= 2
    group by a.person_id, p.id`
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
