/** From advert to first day: the steps of filling a post, each with its day. */
export const steps = [
  ['advertisedOn', 'Advertised'],
  ['closesOn', 'Closed'],
  ['interviewedOn', 'Interviewed'],
  ['offeredOn', 'Offered'],
  ['acceptedOn', 'Accepted'],
  ['startsOn', 'First day'],
] as const

export type Step = (typeof steps)[number][0]
export type Days = Readonly<Record<Step, Temporal.PlainDate | null>> & {
  readonly withdrawnOn: Temporal.PlainDate | null
}

const after: Readonly<Record<Step, string>> = {
  advertisedOn: 'Advertised',
  closesOn: 'Closed to applications, waiting for interviews',
  interviewedOn: 'Interviewed, waiting for an offer',
  offeredOn: 'Offered, waiting for the answer',
  acceptedOn: 'Accepted, waiting for the first day',
  startsOn: 'Started',
}

const isReached = (day: Temporal.PlainDate | null, on: Temporal.PlainDate): day is Temporal.PlainDate =>
  day !== null && Temporal.PlainDate.compare(day, on) <= 0

/** How far it has come on a day: the last step whose day has been, and how many days it has stood there. */
export function standOf(days: Days, on: Temporal.PlainDate) {
  const ended = days.withdrawnOn
  const reached = steps.filter(([step]) => isReached(days[step], on)).at(-1)?.[0] ?? 'advertisedOn'
  if (isReached(ended, on)) return { step: reached, words: 'Given up', isOver: true, days: 0 } as const
  const since = days[reached]
  const isOver = reached === 'startsOn'
  const waited = since === null ? 0 : Math.max(0, since.until(on, { largestUnit: 'days' }).days)
  return { step: reached, words: after[reached], isOver, days: isOver ? 0 : waited } as const
}

/** Days from the step before that has a day; null for the first, and where there is no day. */
export function daysInto(days: Days, step: Step): number | null {
  const at = days[step]
  const before = steps
    .slice(
      0,
      steps.findIndex(([one]) => one === step),
    )
    .map(([one]) => days[one])
    .findLast(day => day !== null)
  return at === null || before == null ? null : before.until(at, { largestUnit: 'days' }).days
}

/** Days from advert to first day; null until there is one. */
export const daysInAll = ({ advertisedOn, startsOn }: Days): number | null =>
  advertisedOn === null || startsOn === null
    ? null
    : advertisedOn.until(startsOn, { largestUnit: 'days' }).days

/** The middle of some numbers of days; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
