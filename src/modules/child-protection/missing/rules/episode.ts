import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ChildProtectionTables } from '../../tables.ts'

type EpisodeTable = ChildProtectionTables['missing_episode']

/** When and how an absence ended. */
export type Return = {
  readonly at: Temporal.Instant
  readonly where: string
  readonly how: NonNullable<EpisodeTable['found_how']>
  readonly to: NonNullable<EpisodeTable['returned_to']>
  readonly remark: string | null
}

/** One absence of one child. */
export type Episode = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: EpisodeTable['kind']
  readonly startedAt: Temporal.Instant
  readonly reportedAt: Temporal.Instant
  readonly reportedBy: string
  readonly leftFrom: EpisodeTable['left_from']
  readonly leftFromDetail: string | null
  readonly lastSeen: string
  readonly lastSeenAt: Temporal.Instant | null
  readonly policeToldAt: Temporal.Instant | null
  readonly policeReference: string | null
  readonly policeNotToldReason: string | null
  readonly risk: EpisodeTable['risk']
  readonly riskReasons: string
  readonly returned: Return | null
  readonly withdrawnReason: string | null
  readonly version: number
}

/** A conversation offered after coming back, for one or several absences. */
export type Interview = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly episodeIds: readonly Uuid[]
  readonly offeredAt: Temporal.Instant
  readonly offeredBy: string
  readonly isIndependent: boolean
  readonly answer: 'accepted' | 'refused' | null
  readonly answeredAt: Temporal.Instant | null
  readonly answerWords: string | null
  readonly doneAt: Temporal.Instant | null
  readonly doneBy: string | null
  readonly words: string | null
  readonly pushFactors: readonly string[]
  readonly pullFactors: readonly string[]
  readonly harm: string | null
  readonly followUp: string | null
  readonly version: number
}

/** Something done or learnt while the child was away. */
export type Entry = {
  readonly id: Uuid
  readonly episodeId: Uuid
  readonly kind: ChildProtectionTables['missing_entry']['kind']
  readonly at: Temporal.Instant
  readonly words: string
  readonly author: string | null
}

/** Hours within which the conversation is to be held (statutory guidance of 2014); its clock has the authority's own, stricter one. */
export const INTERVIEW_HOURS = 72

/** How the interview of one absence stands: offered, held and held in time are three answers, never one. */
export type InterviewResult = {
  readonly isOffered: boolean
  readonly isIndependent: boolean
  readonly answer: 'accepted' | 'refused' | null
  readonly isDone: boolean
  /** Held within 72 hours of coming back. */
  readonly isDoneInTime: boolean
}

/** What became of the interview for one absence, over every time it was offered. */
export function interviewResult(episode: Episode, interviews: readonly Interview[]): InterviewResult {
  const own = interviews.filter(({ episodeIds }) => episodeIds.includes(episode.id))
  const held = own.flatMap(({ doneAt }) => doneAt ?? []).toSorted(Temporal.Instant.compare)
  const [first] = held
  const latest = own.toSorted((one, other) => Temporal.Instant.compare(one.offeredAt, other.offeredAt)).at(-1)
  const due = episode.returned?.at.add({ hours: INTERVIEW_HOURS })
  return {
    isOffered: own.length > 0,
    isIndependent: own.some(({ isIndependent }) => isIndependent),
    answer: held.length > 0 ? 'accepted' : (latest?.answer ?? null),
    isDone: first !== undefined,
    isDoneInTime: first !== undefined && due !== undefined && Temporal.Instant.compare(first, due) <= 0,
  }
}

/** Whole hours since the child went, until they came back or until now. */
export function hoursAway(
  {
    startedAt,
    returned,
  }: { readonly startedAt: Temporal.Instant; readonly returned: Pick<Return, 'at'> | null },
  now: Temporal.Instant,
): number {
  return Math.max(0, Math.floor(startedAt.until(returned?.at ?? now).total('hours')))
}

/** "5 hours", "3 days and 4 hours". */
export function hoursInWords(hours: number): string {
  const one = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
  if (hours < 48) return one(hours, 'hour')
  const rest = hours % 24
  return rest === 0
    ? one(hours / 24, 'day')
    : `${one(Math.floor(hours / 24), 'day')} and ${one(rest, 'hour')}`
}

/** From this absence on managers are told and a strategy discussion is asked for (MISSING_ESCALATE, a local norm). */
export const REPEATED = 3

/** How many absences began in the days before and on the day of this one, itself counted. */
export function countWithin(episode: Episode, all: readonly Episode[], days: number): number {
  const last = londonDate(episode.startedAt)
  const first = last.subtract({ days })
  return all.filter(({ startedAt, withdrawnReason }) => {
    const on = londonDate(startedAt)
    return (
      withdrawnReason === null &&
      Temporal.PlainDate.compare(on, first) >= 0 &&
      Temporal.PlainDate.compare(on, last) <= 0
    )
  }).length
}
