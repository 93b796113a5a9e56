import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Looks of one worker at one child's record in one week that nothing explains. */
export type Unexplained = {
  readonly id: Uuid
  readonly weekOf: Temporal.PlainDate
  readonly actorId: Uuid
  readonly personId: Uuid
  readonly times: number
  readonly firstAt: Temporal.Instant
  readonly lastAt: Temporal.Instant
  /** Parts of the record. */
  readonly resources: readonly string[]
  /** The broad tie by which they could. */
  readonly relationship: string | null
  /** Null: nobody has said anything of it yet. */
  readonly outcome: 'explained' | 'asked' | null
  readonly remark: string | null
  readonly decidedBy: Uuid | null
  readonly decidedAt: Temporal.Instant | null
}

/** How many looks there were in a week, and how many of them nothing explains. */
export type Explained = {
  /** Pairs of a worker and a child. */
  readonly pairs: number
  readonly looks: number
  readonly unexplainedPairs: number
  readonly unexplainedLooks: number
}

/**
 * Keeps a week's looks at children's records that no rule of audit.reasons_to_look explains, and tells the managers of those
 * workers. For the clockkeeper; asked again for the same week it keeps nothing twice.
 * @param monday of the week, within the last hundred days
 */
export async function findUnexplained(work: Work, monday: Temporal.PlainDate): Promise<Explained> {
  const { rows } = await sql<Explained>`
    select pairs, looks, unexplained_pairs as "unexplainedPairs", unexplained_looks as "unexplainedLooks"
    from audit.find_unexplained(${monday}::date)`.execute(work.db())
  const [found] = rows
  if (found === undefined) throw new Error('audit.find_unexplained answered nothing')
  return found
}

/** What nothing explains, of workers whose manager the acting person is: first what waits, then what was decided since. */
export async function unexplainedLooks(
  work: Work,
  since: Temporal.PlainDate,
): Promise<readonly Unexplained[]> {
  const { rows } = await sql<Unexplained>`
    select id, week_of as "weekOf", actor_id as "actorId", subject_id as "personId", times, first_at as "firstAt",
      last_at as "lastAt", resources, relationship, outcome, remark, decided_by as "decidedBy", decided_at as "decidedAt"
    from audit.unexplained_looks(${since}::date)
    where first_at <= ${work.now}
    order by decided_at nulls first, week_of desc, times desc, id`.execute(work.db())
  return rows
}

/** Says what explains a look, or asks the worker about it, who is told. */
export async function decideUnexplained(
  work: Work,
  decision: { readonly id: Uuid; readonly outcome: 'explained' | 'asked'; readonly remark: string },
): Promise<'kept' | 'explained_already' | 'not_found'> {
  const { rows } = await sql<{ answer: 'kept' | 'explained_already' | 'not_found' }>`
    select audit.decide_unexplained(${decision.id}, ${decision.outcome}, ${decision.remark}) as answer`.execute(
    work.db(),
  )
  return rows[0]?.answer ?? 'not_found'
}

/** What somebody is asked about their own looks. */
export type Asked = Pick<Unexplained, 'id' | 'personId' | 'firstAt' | 'times' | 'remark' | 'decidedBy'>

/** Looks of the acting person about which a manager asks. */
export async function askedOfMe(work: Work): Promise<readonly Asked[]> {
  const { rows } = await sql<Asked>`
    select id, subject_id as "personId", first_at as "firstAt", times, remark, decided_by as "decidedBy"
    from audit.asked_of_me()`.execute(work.db())
  return rows
}
