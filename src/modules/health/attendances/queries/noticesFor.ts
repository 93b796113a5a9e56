import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NoticeDone, NoticeKind } from '../rules/words.ts'

/** A notice on the reader's own list, with what the hospital told of the visit. */
export type ListedNotice = {
  readonly id: Uuid
  readonly attendanceId: Uuid
  readonly kind: NoticeKind
  readonly readByDay: Temporal.PlainDate
  readonly readAt: Temporal.Instant | null
  readonly done: NoticeDone | null
  readonly climbedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly correctionSeenAt: Temporal.Instant | null
  readonly family: string | null
  readonly given: string | null
  readonly born: Temporal.PlainDate | null
  readonly nhsNumber: string | null
  readonly arrivedAt: Temporal.Instant
  readonly place: string | null
  readonly complaint: string | null
  readonly concerns: readonly string[] | null
  readonly teamName: string | null
}

/** Which of the list: what nobody has read, what is late, corrections not seen, or all. */
export const shows = ['unread', 'late', 'corrections', 'all'] as const
export type Show = (typeof shows)[number]

/** The reader's teams, and those of them of which they lead the work or have the duty: what goes to a team's duty goes to no other of it. */
export type Teams = { readonly all: readonly Uuid[]; readonly duty: readonly Uuid[] }

/** Of the notices that name the reader or a team in which they have a post. */
export type Asked = {
  readonly show: Show
  readonly teams: Teams
  readonly limit: number
  readonly offset: number
}

/** Notices to the reader and their teams: unread ones first, then the newest visits. Row-level security decides which they may read. */
export async function noticesFor(
  work: Work,
  { show, teams, limit, offset }: Asked,
): Promise<readonly ListedNotice[]> {
  const { rows } = await sql<ListedNotice>`
    select n.id, n.attendance_id as "attendanceId", n.kind, n.read_by_day as "readByDay", n.read_at as "readAt", n.done,
      n.climbed_at as "climbedAt", n.withdrawn_at as "withdrawnAt", n.correction_seen_at as "correctionSeenAt", a.told_family as family,
      a.told_given as given, a.told_birth as born, a.told_nhs_number as "nhsNumber", a.arrived_at as "arrivedAt", a.place, a.complaint, a.concerns,
      t.name as "teamName"
    from attendance_notice n join attendance a on a.id = n.attendance_id left join team t on t.id = n.team_id
    where ${ownNotices(work, teams)} and ${conditions(work)[show]}
    order by n.read_at is not null, a.arrived_at desc, n.id limit ${limit} offset ${offset}`.execute(
    work.db(),
  )
  return rows
}

/** How many of each there are. */
export async function countNotices(work: Work, teams: Teams): Promise<Readonly<Record<Show, number>>> {
  const { unread, late, corrections } = conditions(work)
  const { rows } = await sql<Record<Show, number>>`
    select count(*)::int as "all", (count(*) filter (where ${unread}))::int as unread, (count(*) filter (where ${late}))::int as late,
      (count(*) filter (where ${corrections}))::int as corrections
    from attendance_notice n where ${ownNotices(work, teams)}`.execute(work.db())
  return rows[0] ?? { unread: 0, late: 0, corrections: 0, all: 0 }
}

/** What differs as soon as the reader's list does, for a page that asks again and again: cheaper than the list. */
export async function noticesMark(work: Work, teams: Teams): Promise<string> {
  const { rows } = await sql<{ count: number; newest: Temporal.Instant | null }>`
    select count(*)::int as count, max(n.recorded_from) as newest from attendance_notice n where ${ownNotices(work, teams)}`.execute(
    work.db(),
  )
  return `${rows[0]?.count ?? 0} ${rows[0]?.newest ?? ''}`
}

/** The condition "to the reader or their team" on notices called n. */
export const ownNotices = (work: Work, { all, duty }: Teams) =>
  sql`(n.worker_id = ${work.actor.id} or (n.team_id = any (${[...all]}::uuid[]) and n.kind <> 'team_duty')
    or (n.team_id = any (${[...duty]}::uuid[]) and n.kind = 'team_duty'))`

const conditions = (work: Work) => ({
  unread: sql`(n.read_at is null and n.withdrawn_at is null)`,
  late: sql`(n.read_at is null and n.withdrawn_at is null and n.read_by_day < ${work.today.toString()}::date)`,
  corrections: sql`(n.withdrawn_at is not null and n.correction_seen_at is null)`,
  all: sql`true`,
})
