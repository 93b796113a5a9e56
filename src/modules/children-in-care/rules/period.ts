import type { Uuid } from '#platform/ids'
import type { EndReason, LegalStatus } from './words.ts'

/** A time in which a child is looked after. */
export type Period = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly beganUnder: LegalStatus
  readonly ended: Ended | null
  readonly version: number
}
export type Ended = { readonly on: Temporal.PlainDate; readonly why: EndReason }

/** What somebody says of a period. */
export type PeriodSaid = Pick<Period, 'startedOn' | 'beganUnder' | 'ended'>

/** What is known of the child on whom a period is recorded. */
export type ChildKnown = {
  readonly isUnborn: boolean
  readonly bornOn: Temporal.PlainDate | null
}

/** The field that is wrong, and what to do. */
export type Wrong = { readonly field: 'started' | 'under' | 'ended' | 'why'; readonly message: string }

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0
const birthday = (bornOn: Temporal.PlainDate, years: number) => bornOn.add({ years })

/**
 * What of a period cannot be: a child is looked after from birth until 18 (Children Act 1989 ss.22, 105(1)), for a night at least, and under the youth
 * justice statuses from 10 on (SSDA903 rule 358).
 * @returns in the order of the page; empty where it may stand
 */
export function whatIsWrong(
  said: PeriodSaid,
  child: ChildKnown,
  today: Temporal.PlainDate,
): readonly Wrong[] {
  return [...wrongStart(said, child, today), ...wrongEnd(said, child, today)]
}

function wrongStart(
  { startedOn, beganUnder }: PeriodSaid,
  { isUnborn, bornOn }: ChildKnown,
  today: Temporal.PlainDate,
): readonly Wrong[] {
  if (isUnborn)
    return [{ field: 'started', message: 'Record the birth first: a child is looked after from birth on' }]
  if (isBefore(today, startedOn))
    return [{ field: 'started', message: 'The first day must be today or in the past' }]
  if (bornOn === null) return []
  if (isBefore(startedOn, bornOn))
    return [{ field: 'started', message: 'The first day must be on or after the child’s date of birth' }]
  if (!isBefore(startedOn, birthday(bornOn, 18)))
    return [{ field: 'started', message: 'The first day must be before the 18th birthday' }]
  if (beganUnder.startsWith('J') && isBefore(startedOn, birthday(bornOn, 10)))
    return [
      {
        field: 'under',
        message: 'A child under 10 is not looked after under youth justice law: select another',
      },
    ]
  return []
}

function wrongEnd(
  { startedOn, ended }: PeriodSaid,
  { bornOn }: ChildKnown,
  today: Temporal.PlainDate,
): readonly Wrong[] {
  if (ended === null) return []
  if (isBefore(today, ended.on))
    return [{ field: 'ended', message: 'The last day must be today or in the past' }]
  if (!isBefore(startedOn, ended.on))
    return [{ field: 'ended', message: 'The last day must be after the first' }]
  if (bornOn !== null && isBefore(birthday(bornOn, 18), ended.on))
    return [
      {
        field: 'ended',
        message: 'The last day must not be after the 18th birthday: being looked after ends then',
      },
    ]
  if (ended.why === 'E17' && bornOn !== null && isBefore(ended.on, birthday(bornOn, 18)))
    return [{ field: 'why', message: 'The child was not 18 on the last day: select another reason' }]
  return []
}

/** Whether two periods share a night; one that has not ended goes on. */
export function overlaps(one: PeriodSaid, other: PeriodSaid): boolean {
  const isOver = (first: PeriodSaid, second: PeriodSaid) =>
    first.ended !== null && !isBefore(second.startedOn, first.ended.on)
  return !isOver(one, other) && !isOver(other, one)
}

/** The last day so far as the law says it: the 18th birthday where nobody has ended the period before. */
export function lastDay(
  { ended }: Pick<Period, 'ended'>,
  bornOn: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  return ended?.on ?? (bornOn === null ? null : birthday(bornOn, 18))
}

/** Whether the child is looked after on a day. */
export function isInCare(period: Period, bornOn: Temporal.PlainDate | null, on: Temporal.PlainDate): boolean {
  const last = lastDay(period, bornOn)
  return !isBefore(on, period.startedOn) && (last === null || isBefore(on, last))
}
