import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { nextSchoolDay } from '../rules/schoolDay.ts'
import type { PartnersTables } from '../tables.ts'
import type { Standing } from './standing.ts'

export type Reason = PartnersTables['partner_notice_question']['reason']
type Reader =
  | {
      readonly kind: 'front_door' | 'home_education'
      readonly teamId: Uuid
      readonly before?: Temporal.Instant
    }
  | { readonly kind: 'school'; readonly organisationId: Uuid; readonly before: Temporal.Instant }

/** Tells a team or a school of a notice, once. The leads of a school are told by name too: they do not live in a list. */
export async function tellReader(
  work: Work,
  notice: Pick<Standing, 'id' | 'isByHand'>,
  reader: Reader,
): Promise<void> {
  const [team, school] = reader.kind === 'school' ? [null, reader.organisationId] : [reader.teamId, null]
  await sql`
    insert into partner_notice_reader (notice_id, kind, team_id, organisation_id, read_before, is_by_hand)
    values (${notice.id}, ${reader.kind}, ${team}::uuid, ${school}::uuid, ${reader.before ?? null}::timestamptz, ${notice.isByHand})
    on conflict (notice_id, kind, organisation_id, team_id) where kind <> 'named' do update set withdrawn_at = null, read_at = null, read_by = null, climbed_at = null
      where partner_notice_reader.withdrawn_at is not null`.execute(work.db())
  if (school === null) return
  const { rows } = await sql<{ id: Uuid }>`
    select distinct w.id from worker w join post p on p.worker_id = w.id and p.role = 'designated_safeguarding_lead'
    where w.organisation_id = ${school} and p.started_on <= ${work.today.toString()}::date and w.left_at is null
      and (p.ended_on is null or p.ended_on >= ${work.today.toString()}::date)`.execute(work.db())
  await notify(
    work,
    rows.map(({ id }) => id),
    'encompass',
    notice.id,
  )
}

/** Puts a line among each worker's notices: what came, never of whom. */
export async function notify(
  work: Work,
  workers: readonly Uuid[],
  kind: 'encompass' | 'partner_notice',
  noticeId: Uuid,
): Promise<void> {
  for (const worker of workers)
    await sql`insert into app.notice (worker_id, kind, path, made_by)
      values (${worker}, ${kind}, ${`/partner-notices/${noticeId}`}, ${work.actor.id})`.execute(work.db())
}

/** Asks the front door what nobody can decide by rule. */
export async function ask(
  work: Work,
  { id, frontDoor, receivedAt }: Pick<Standing, 'id' | 'frontDoor' | 'receivedAt'>,
  place: number,
  reason: Reason,
): Promise<void> {
  await sql`insert into partner_notice_question (notice_id, place, reason, team_id, opened_at, answer_before)
    values (${id}, ${place}, ${reason}, ${frontDoor}, ${receivedAt}, ${nextSchoolDay(receivedAt)}) on conflict (notice_id, place, reason) do nothing`.execute(
    work.db(),
  )
}
