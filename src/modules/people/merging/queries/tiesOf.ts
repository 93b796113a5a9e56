import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Something by which people reach a record today: chosen at a merge, or it ends. */
export type Tie = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: 'allocation' | 'involvement' | 'family_member' | 'transfer'
  /** A code: lead_social_worker, health_visitor, child ... */
  readonly role: string
  /** Team, worker, professional, family's number: in that order, those there are. */
  readonly who: string
  readonly startedOn: Temporal.PlainDate | null
}

/** Ties of these people that hold today or will, by kind. Those hidden from the reader are not there. */
export async function tiesOf(work: Work, ids: readonly Uuid[]): Promise<readonly Tie[]> {
  const people = [...ids]
  const { today } = work
  const { rows } = await sql<Tie>`
    select a.id, a.person_id as "personId", 'allocation' as kind, a.role, concat_ws(', ', t.name, w.display_name) as who,
      a.started_on as "startedOn"
    from allocation a join team t on t.id = a.team_id left join worker w on w.id = a.worker_id
    where a.person_id = any (${people}) and (a.ended_on is null or a.ended_on >= ${today}::date)
    union all
    select i.id, i.person_id, 'involvement', i.role, coalesce(w.display_name, i.professional_name, ''), i.started_on
    from involvement i left join worker w on w.id = i.worker_id
    where i.person_id = any (${people}) and (i.ended_on is null or i.ended_on >= ${today}::date)
    union all
    select m.id, m.person_id, 'family_member', m.role, f.reference, m.started_on
    from family_member m join family f on f.id = m.family_id
    where m.person_id = any (${people}) and (m.ended_on is null or m.ended_on >= ${today}::date)
    union all
    select x.id, x.person_id, 'transfer', 'asked', coalesce(t.name, 'another authority'), x.moves_on
    from transfer x left join team t on t.id = x.to_team_id
    where x.person_id = any (${people}) and x.decided_at is null
    order by kind, "startedOn" nulls first, id`.execute(work.db())
  return rows
}

export type OpenReferral = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly receivedOn: Temporal.PlainDate
}

/** Referrals whose work goes on: one that ended in no further action has none, though the census asks for no closure of it. */
export async function openReferralsOf(work: Work, ids: readonly Uuid[]): Promise<readonly OpenReferral[]> {
  const { rows } = await sql<OpenReferral>`
    select id, person_id as "personId", received_on as "receivedOn" from referral
    where person_id = any (${[...ids]}) and closed_on is null
      and is_no_further_action is not true order by received_on, id`.execute(work.db())
  return rows
}
