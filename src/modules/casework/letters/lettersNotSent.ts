import { sql } from 'kysely'
import { postsOf } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Letters that are not sent yet: ready to go, held, or one's own drafts. */
export type NotSent = 'ready' | 'held' | 'draft'

/** One of them, as a list shows it. */
export type LetterNotSent = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly template: string
  readonly recipientRelation: string
  readonly madeBy: Uuid | null
  /** Since it has stood as it stands. */
  readonly since: Temporal.Instant
}

/** Teams whose letters somebody sends or answers for: as their business support or their manager. */
async function officeTeams(work: Work): Promise<readonly Uuid[]> {
  const roles: readonly string[] = ['business_support', 'team_manager', 'duty_manager']
  const held = await postsOf(work, work.actor.id)
  return held.flatMap(({ role, teamId }) => (teamId !== null && roles.includes(role) ? [teamId] : []))
}

/**
 * Letters about children whom the reader holds, or whom a team holds whose office they are; of drafts their own alone. The longest
 * waiting first.
 */
export async function lettersNotSent(work: Work, which: NotSent): Promise<readonly LetterNotSent[]> {
  const me = work.actor.id
  const own = which === 'draft' ? sql`l.made_by = ${me}` : sql`true`
  const { rows } = await sql<LetterNotSent>`
    select l.id, l.person_ids as "personIds", l.template, l.recipient_relation as "recipientRelation", l.made_by as "madeBy",
      l.recorded_from as since
    from letter l
    where l.status = ${which} and ${own} and exists (select from allocation a where a.person_id = any (l.person_ids)
      and a.started_on <= ${work.today}::date and (a.ended_on is null or a.ended_on >= ${work.today}::date)
      and (a.worker_id = ${me} or a.team_id = any (${[...(await officeTeams(work))]}::uuid[])))
    order by l.recorded_from, l.id`.execute(work.db())
  return rows
}
