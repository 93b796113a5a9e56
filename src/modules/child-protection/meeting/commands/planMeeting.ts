import { sql } from 'kysely'
import { syncClocks, writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { papersOpenUntil } from '../queries/papersOpenUntil.ts'
import { usualAgenda } from '../queries/usualAgenda.ts'
import type { AgendaItem } from '../rules/agenda.ts'
import { isOnWeekend } from '../rules/conferenceDay.ts'
import type { ActedPower, MeetingHow, MeetingKind } from '../rules/meeting.ts'
import { carriedFrom, none } from './carriedReports.ts'
import { tellOf, tellWorkers } from './holdMeeting.ts'
import { type InviteeWanted, inviteeRow, keyOf } from './inviteeRow.ts'

/** A meeting to be held. */
export type MeetingWanted = {
  readonly kind: MeetingKind
  readonly personIds: readonly Uuid[]
  readonly reason: string
  readonly plannedAt: Temporal.Instant
  readonly minutes: number
  readonly how: MeetingHow
  readonly place: string | null
  readonly chairId: Uuid | null
  readonly administratorId: Uuid | null
  readonly invitees: readonly InviteeWanted[]
  readonly agenda?: readonly AgendaItem[]
  /** When there was reasonable cause to suspect significant harm: a strategy discussion counts from it. */
  readonly identifiedAt?: Temporal.Instant | null
  /** What was done first, where there was no time to discuss it. */
  readonly acted?: {
    readonly first: string
    readonly at: Temporal.Instant
    readonly by: string
    readonly power: ActedPower
  } | null
  /** The meeting that it continues. */
  readonly previousId?: Uuid | null
}

export type Planned =
  | { readonly outcome: 'planned'; readonly meetingId: Uuid }
  /** The chair of a conference holds a post of chair, and neither holds nor manages a child of it. */
  | { readonly outcome: 'refused'; readonly because: 'may_not_write' | 'chair' | 'weekend' }

/** Plans a meeting and asks people to it. Whoever signs in is told. */
export async function planMeeting(work: Work, wanted: MeetingWanted): Promise<Planned> {
  const personIds = [...new Set(wanted.personIds)]
  const writable = await writableSubjects(work, personIds)
  if (personIds.some(id => !writable.has(id))) return { outcome: 'refused', because: 'may_not_write' }
  if (!(await mayChair(work, wanted, personIds))) return { outcome: 'refused', because: 'chair' }
  if (isOnWeekend(wanted.kind, wanted.plannedAt)) return { outcome: 'refused', because: 'weekend' }
  const meetingId = makeUuid()
  const database = work.db<ChildProtectionTables>()
  const carried = wanted.previousId ? await carriedFrom(work, wanted.previousId) : none
  const agenda = wanted.agenda ?? (await usualAgenda(work, wanted.kind))
  await database
    .insertInto('meeting')
    .values({
      id: meetingId,
      kind: wanted.kind,
      person_ids: personIds,
      reason: wanted.reason,
      identified_at: wanted.identifiedAt ?? null,
      acted_first: wanted.acted?.first ?? null,
      acted_at: wanted.acted?.at ?? null,
      acted_by: wanted.acted?.by ?? null,
      acted_power: wanted.acted?.power ?? null,
      planned_at: wanted.plannedAt,
      minutes: wanted.minutes,
      how: wanted.how,
      place: wanted.place,
      chair_id: wanted.chairId,
      administrator_id: wanted.administratorId,
      previous_id: wanted.previousId ?? null,
      carried_paper_id: carried.own,
      agenda: JSON.stringify(agenda),
      papers_until: await papersOpenUntil(work, wanted.plannedAt),
    })
    .execute()
  await database
    .insertInto('meeting_child')
    .values(personIds.map(personId => ({ id: makeUuid(), meeting_id: meetingId, person_id: personId })))
    .execute()
  if (wanted.invitees.length > 0)
    await database
      .insertInto('meeting_invitee')
      .values(
        wanted.invitees.map(one => ({
          ...inviteeRow(meetingId, one, work.now),
          carried_paper_id: carried.of(keyOf(one)),
        })),
      )
      .execute()
  await syncClocks(work, personIds)
  await tellOf(work, 'meeting.planned', { meetingId, kind: wanted.kind, personIds })
  await tellWorkers(work, toTell(wanted), 'meeting_invited', meetingId)
  return { outcome: 'planned', meetingId }
}

const toTell = ({ invitees, chairId, administratorId }: MeetingWanted) => [
  chairId,
  administratorId,
  ...invitees.map(one => (one.side === 'professional' ? (one.workerId ?? null) : null)),
]

/** Whether a conference's chair is independent of its children (0067). Any other meeting has whoever calls it. */
export async function mayChair(
  work: Work,
  { kind, chairId }: Pick<MeetingWanted, 'kind' | 'chairId'>,
  personIds: readonly Uuid[],
): Promise<boolean> {
  if (chairId === null || kind === 'strategy' || kind === 'core_group') return true
  const { rows } = await sql<{ may: boolean }>`
    select access.may_chair(${chairId}::uuid, ${[...personIds]}::uuid[]) as may`.execute(work.db())
  return rows[0]?.may === true
}
