import { sql } from 'kysely'
import type { ClockFact } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { isAbout } from '../../meeting/index.ts'
import type { ChildProtectionTables } from '../../tables.ts'

/** What the clocks of one conference go by. */
export type ConferenceFacts = {
  readonly id: Uuid
  /** Each child with the row that stands for them in it: what starts their clocks. */
  readonly children: readonly { readonly personId: Uuid; readonly rowId: Uuid }[]
  readonly status: 'planned' | 'in_session' | 'held' | 'adjourned' | 'cancelled'
  readonly plannedAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | null
  /** The last report of those expected; null while one is lacking. */
  readonly reportsIn: ClockFact | null
  /** The last copy of the outline plan, and of the record; null until every copy made has gone. */
  readonly outlineGiven: ClockFact | null
  readonly recordGiven: ClockFact | null
}

type Row = Omit<ConferenceFacts, 'children' | 'reportsIn' | 'outlineGiven' | 'recordGiven'> & {
  readonly children: ConferenceFacts['children'] | null
  readonly expected: number
  readonly arrived: number
  readonly lastReportAt: Temporal.Instant | null
  readonly lastReportId: Uuid | null
  readonly outlineAt: Temporal.Instant | null
  readonly outlineId: Uuid | null
  readonly recordAt: Temporal.Instant | null
  readonly recordId: Uuid | null
}

/** The conferences about these people. The social worker's report is always expected, an agency's when it was asked for. */
export async function conferenceFacts(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly ConferenceFacts[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<Row>`
    select meeting.id, (select jsonb_agg(jsonb_build_object('personId', child.person_id, 'rowId', child.id)) from meeting_child child
        where child.meeting_id = meeting.id) as children, meeting.status, meeting.planned_at as "plannedAt",
      meeting.started_at as "startedAt", reports.expected, reports.arrived, reports.last_at as "lastReportAt", reports.last_id as "lastReportId",
      outline.at as "outlineAt", outline.id as "outlineId", minutes.at as "recordAt", minutes.id as "recordId"
    from meeting
      left join lateral (
        select count(*)::int as expected, count(done.id)::int as arrived, max(done.finished_at) as last_at,
          (array_agg(done.id order by done.finished_at desc) filter (where done.id is not null))[1] as last_id
        from (select null::uuid as invitee_id, meeting.carried_paper_id as carried
            union all select invitee.id, invitee.carried_paper_id from meeting_invitee invitee
            where invitee.meeting_id = meeting.id and invitee.report_expected and invitee.withdrawn_at is null) wanted
          left join lateral (select paper.id, paper.finished_at from paper where paper.finished_at is not null
            and (paper.id = wanted.carried or paper.meeting_id = meeting.id and paper.invitee_id is not distinct from wanted.invitee_id
              and paper.kind in ('social_work_report', 'agency_report') and paper.status <> 'withdrawn')
            order by paper.finished_at limit 1) done on true) reports on true
      left join lateral (${given('outline_plan')}) outline on true
      left join lateral (${given('conference_record')}) minutes on true
    where ${isAbout(personIds)} and meeting.kind in ('initial', 'review', 'transfer_in', 'pre_birth')
    order by meeting.planned_at, meeting.id`.execute(work.db<ChildProtectionTables>())
  return rows.map(row => ({
    id: row.id,
    children: row.children ?? [],
    status: row.status,
    plannedAt: row.plannedAt,
    startedAt: row.startedAt,
    reportsIn: row.arrived < row.expected ? null : factOf(row.lastReportId, row.lastReportAt),
    outlineGiven: factOf(row.outlineId, row.outlineAt),
    recordGiven: factOf(row.recordId, row.recordAt),
  }))
}

/** The last copy given of a paper of the meeting, once every copy that was made has gone. */
const given = (kind: 'outline_plan' | 'conference_record') => sql`
  select max(copy.released_at) as at, (array_agg(copy.id order by copy.released_at desc))[1] as id
  from paper_copy copy join paper on paper.id = copy.paper_id
  where copy.meeting_id = meeting.id and paper.kind = ${kind} and copy.status in ('composed', 'approved', 'released')
  having count(*) > 0 and count(*) = count(copy.released_at)`

const factOf = (id: Uuid | null, at: Temporal.Instant | null): ClockFact | null =>
  id === null || at === null ? null : { id, on: londonDate(at), at }

/** A child who came with another authority's plan. */
export type TransferFacts = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly acceptedOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly heldOn: ClockFact | null
}

export async function transferFacts(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly TransferFacts[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<
    Omit<TransferFacts, 'heldOn'> & { on: Temporal.PlainDate | null; conferenceId: Uuid | null }
  >`
    select transfer_in.id, transfer_in.person_id as "personId", accepted_on as "acceptedOn", ended_on as "endedOn",
      held.held_on as on, held.id as "conferenceId"
    from transfer_in left join lateral (select conference.id, conference.held_on from conference
      where conference.person_id = transfer_in.person_id and conference.kind = 'transfer_in' and conference.held_on >= transfer_in.accepted_on
      order by conference.held_on limit 1) held on true
    where transfer_in.person_id = any (${[...personIds]}::uuid[]) order by transfer_in.id`.execute(
    work.db<ChildProtectionTables>(),
  )
  return rows.map(({ on, conferenceId, ...row }) => ({
    ...row,
    heldOn: on === null || conferenceId === null ? null : { id: conferenceId, on },
  }))
}
