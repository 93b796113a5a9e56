import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { QuestionReason } from '../attendances/rules/words.ts'

/** How quickly one hospital tells. */
export type SenderStanding = {
  readonly name: string
  readonly visits: number
  readonly medianMinutes: number | null
  readonly worstMinutes: number | null
  /** Of the last seven days: within how many milliseconds 99 of 100 messages were stored and answered. */
  readonly answerMs: number | null
  /** Of the last seven days: within how many seconds of coming 95 of 100 messages were on the lists. */
  readonly listedSeconds: number | null
  readonly lastAt: Temporal.Instant | null
  readonly isSilent: boolean
}
/** How a team reads what it is told. */
export type TeamStanding = {
  readonly name: string
  readonly told: number
  readonly inTime: number
  readonly unread: number
  readonly late: number
  readonly oldestDay: Temporal.PlainDate | null
}
/** One day's own count of a hospital beside what came. */
export type Tally = {
  readonly name: string
  readonly onDay: Temporal.PlainDate
  readonly theirs: number
  readonly ours: number
  readonly missing: readonly string[]
}
export type OpenQuestions = {
  readonly reason: QuestionReason
  readonly open: number
  readonly oldestAt: Temporal.Instant
}
export type Standing = {
  readonly visits: number
  readonly unmatched: number
  readonly senders: readonly SenderStanding[]
  readonly teams: readonly TeamStanding[]
  readonly questions: readonly OpenQuestions[]
  /** Messages that were refused or could not be read, and wait for an administrator. */
  readonly stuck: { readonly count: number; readonly since: Temporal.Instant | null }
  readonly tallies: readonly Tally[]
}

type Counted = {
  readonly visits: number
  readonly unmatched: number
  readonly senders: readonly {
    readonly sender_id: string
    readonly visits: number
    readonly median_minutes: number
    readonly worst_minutes: number
    readonly last_at: string
  }[]
  readonly teams: readonly {
    readonly team_id: string
    readonly told: number
    readonly in_time: number
    readonly unread: number
    readonly late: number
    readonly oldest_day: string | null
  }[]
  readonly speeds: readonly {
    readonly sender_id: string
    readonly answer_ms: number | null
    readonly listed_seconds: number | null
  }[]
  readonly questions: readonly {
    readonly reason: QuestionReason
    readonly open: number
    readonly oldest_at: string
  }[]
  readonly stuck: number
  readonly stuckSince: string | null
  readonly tallies: readonly {
    readonly sender_id: string
    readonly on_day: string
    readonly theirs: number
    readonly ours: number
    readonly missing: readonly string[]
  }[]
}
type Sender = { readonly id: string; readonly name: string; readonly gap: number; readonly ended: boolean }

/** How visits are told and read since a day: numbers of every team, whoever asks. */
export async function readStanding(work: Work, since: Temporal.PlainDate): Promise<Standing> {
  const { rows } = await sql<{
    counted: Counted
  }>`select access.attendance_standing(${since.toString()}::date) as counted`.execute(work.db())
  const counted = rows[0]?.counted
  if (counted === undefined) throw new Error('Standing is one row')
  const senders = await sql<Sender>`
    select s.id, o.name, s.usual_gap_minutes as gap, s.ended_on is not null as ended
    from health_sender s join organisation o on o.id = s.organisation_id order by o.name, s.id`.execute(
    work.db(),
  )
  const teams = await sql<{ id: string; name: string }>`
    select id, name from team where id = any (${counted.teams.map(one => one.team_id)}::uuid[]) order by name`.execute(
    work.db(),
  )
  const nameOf = new Map(senders.rows.map(({ id, name }) => [id, name]))
  return {
    visits: counted.visits,
    unmatched: counted.unmatched,
    senders: senders.rows.flatMap(sender => senderStanding(sender, counted, work.now)),
    teams: teams.rows.flatMap(({ id, name }) =>
      counted.teams.filter(one => one.team_id === id).map(one => teamStanding(name, one)),
    ),
    questions: counted.questions.map(({ reason, open, oldest_at }) => ({
      reason,
      open,
      oldestAt: Temporal.Instant.from(oldest_at),
    })),
    stuck: {
      count: counted.stuck,
      since: counted.stuckSince === null ? null : Temporal.Instant.from(counted.stuckSince),
    },
    tallies: counted.tallies.map(({ sender_id, on_day, theirs, ours, missing }) => ({
      name: nameOf.get(sender_id) ?? '',
      onDay: Temporal.PlainDate.from(on_day),
      theirs,
      ours,
      missing,
    })),
  }
}

/** A sender that has ended and told nothing since is left out. Silent: for twice as long as it usually is. */
function senderStanding(
  sender: Sender,
  { senders, speeds }: Counted,
  now: Temporal.Instant,
): readonly SenderStanding[] {
  const one = senders.find(({ sender_id }) => sender_id === sender.id)
  if (one === undefined && sender.ended) return []
  const speed = speeds.find(({ sender_id }) => sender_id === sender.id)
  const lastAt = one === undefined ? null : Temporal.Instant.from(one.last_at)
  return [
    {
      name: sender.name,
      visits: one?.visits ?? 0,
      medianMinutes: one?.median_minutes ?? null,
      worstMinutes: one?.worst_minutes ?? null,
      answerMs: speed?.answer_ms ?? null,
      listedSeconds: speed?.listed_seconds ?? null,
      lastAt,
      isSilent: !sender.ended && (lastAt === null || lastAt.until(now).total('minutes') > 2 * sender.gap),
    },
  ]
}

const teamStanding = (name: string, one: Counted['teams'][number]): TeamStanding => ({
  name,
  told: one.told,
  inTime: one.in_time,
  unread: one.unread,
  late: one.late,
  oldestDay: one.oldest_day === null ? null : Temporal.PlainDate.from(one.oldest_day),
})
