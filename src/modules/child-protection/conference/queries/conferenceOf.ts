import { sql } from 'kysely'
import { readSetting, workerNames } from '#modules/agencies'
import type { Owner } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** One line of the plan as it is built in a conference. */
export type ConferenceLine = {
  readonly id: Uuid
  /** Null: for every child who gets a plan. */
  readonly personId: Uuid | null
  readonly outcome: string
  readonly baseline: string
  readonly whatWillChange: string
  readonly action: {
    readonly what: string
    readonly owner: Owner
    readonly ownerName: string
    readonly dueOn: Temporal.PlainDate
  } | null
}

/** The lines of a conference's plan that stand, in the order in which they were typed. */
export async function linesOf(work: Work, meetingId: Uuid): Promise<readonly ConferenceLine[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('conference_line')
    .select([
      'id',
      'person_id',
      'outcome',
      'baseline',
      'what_will_change',
      'what',
      'owner_worker_id',
      'owner_person_id',
      'owner_name',
      'due_on',
    ])
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const workers = await workerNames(
    work,
    rows.flatMap(row => row.owner_worker_id ?? []),
  )
  const people = await personSummaries(work, [...new Set(rows.flatMap(row => row.owner_person_id ?? []))])
  const names = new Map([...workers, ...people.map(one => [one.id, one.displayName] as const)])
  return rows.map(row => {
    const owner: Owner = row.owner_worker_id
      ? { kind: 'worker', id: row.owner_worker_id }
      : row.owner_person_id
        ? { kind: 'person', id: row.owner_person_id }
        : { kind: 'name', name: row.owner_name ?? '' }
    const ownerName = owner.kind === 'name' ? owner.name : (names.get(owner.id) ?? 'Somebody of the family')
    return {
      id: row.id,
      personId: row.person_id,
      outcome: row.outcome,
      baseline: row.baseline,
      whatWillChange: row.what_will_change,
      action:
        row.what === null || row.due_on === null
          ? null
          : { what: row.what, owner, ownerName, dueOn: row.due_on },
    }
  })
}

/** A report of somebody asked, or the social worker's own (no invitee), and whether it has arrived. */
export type Arrival = {
  readonly inviteeId: Uuid | null
  /** Null where the reader may know that it is there, and not read it. */
  readonly paperId: Uuid | null
  readonly finishedAt: Temporal.Instant | null
}

/** Reports begun for a meeting as far as the reader may read them, and those that have arrived, carried over or brought to it. */
export async function reportsOf(work: Work, meetingId: Uuid): Promise<readonly Arrival[]> {
  const read = await reportsRead(work, meetingId)
  const arrived = await arrivals(work, meetingId)
  return [...read, ...arrived.filter(one => !read.some(({ inviteeId }) => inviteeId === one.inviteeId))]
}

/** Whose report is there and since when, for whoever prepares the meeting or comes to it; the past is read from papers alone. */
async function arrivals(work: Work, meetingId: Uuid): Promise<readonly Arrival[]> {
  if (work.knownAt !== null || (work.actor.class !== 'practitioner' && work.actor.class !== 'duty')) return []
  const { rows } = await sql<{ inviteeId: Uuid | null; finishedAt: Temporal.Instant }>`
    select invitee_id as "inviteeId", finished_at as "finishedAt" from access.reports_in(${meetingId}::uuid)`.execute(
    work.db(),
  )
  return rows.map(row => ({ ...row, paperId: null }))
}

async function reportsRead(work: Work, meetingId: Uuid): Promise<readonly Arrival[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('paper')
    .select(['id', 'invitee_id', 'finished_at'])
    .where('meeting_id', '=', meetingId)
    .where('kind', 'in', ['agency_report', 'social_work_report'])
    .where('status', 'in', ['draft', 'finished'])
    .orderBy('id')
    .execute()
  const carried = await carriedReports(work, meetingId)
  return [
    ...rows.map(row => ({ inviteeId: row.invitee_id, paperId: row.id, finishedAt: row.finished_at })),
    ...carried,
  ]
}

/** Reports that were brought to the meeting which this one continues. */
async function carriedReports(work: Work, meetingId: Uuid): Promise<readonly Arrival[]> {
  const { rows } = await sql<{ inviteeId: Uuid | null; paperId: Uuid; finishedAt: Temporal.Instant | null }>`
    select wanted.id as "inviteeId", paper.id as "paperId", paper.finished_at as "finishedAt"
    from (select null::uuid as id, carried_paper_id as carried from meeting where meeting.id = ${meetingId}::uuid
        union all select id, carried_paper_id from meeting_invitee where meeting_id = ${meetingId}::uuid) wanted
      join paper on paper.id = wanted.carried order by paper.id`.execute(work.db<ChildProtectionTables>())
  return rows
}

export type Correction = {
  readonly id: Uuid
  readonly inviteeId: Uuid
  readonly said: string
  readonly saidOn: Temporal.PlainDate
  readonly isLate: boolean
}

/** What those asked say is wrong in the record of a conference. */
export async function correctionsOf(work: Work, meetingId: Uuid): Promise<readonly Correction[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('conference_correction')
    .select(['id', 'invitee_id', 'said', 'said_on', 'is_late'])
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    inviteeId: row.invitee_id,
    said: row.said,
    saidOn: row.said_on,
    isLate: row.is_late,
  }))
}

/** Agencies there beside social care, without which a conference is not quorate. */
export const agenciesNeeded = (work: Work): Promise<number> => readSetting(work, 'conference.agencies')
