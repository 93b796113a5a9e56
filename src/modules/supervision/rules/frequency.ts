/** How often somebody is supervised, as the authority sets it. */
export type Frequency = {
  /** Weeks between sessions of everybody else: of the clock SUPERVISION_MONTHLY. */
  readonly weeks: number
  /** Weeks of roles that have their own; null: the usual. Who is not named here is not supervised here. */
  readonly roles: ReadonlyMap<string, number | null>
  /** Of somebody early in their career: until so many weeks in post, a session every so many weeks. In order. */
  readonly early: readonly { readonly until: number; readonly every: number }[]
  /** Whether part-time workers are seen as much less often as they work less. */
  readonly isProRata: boolean
}

/** The lines of a setting, each split at its bars. */
export const barred = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map(line => line.split('|').map(part => part.trim()))
    .filter(([first]) => first !== undefined && first !== '')

/** The setting as numbers. @param weeks of the clock, for everybody else */
export function readFrequencyLines(
  text: { readonly roles: string; readonly early: string; readonly partTime: string },
  weeks: number,
): Frequency {
  return {
    weeks,
    roles: new Map(barred(text.roles).map(([role = '', own]) => [role, own ? Number(own) : null])),
    early: barred(text.early)
      .map(([until, every]) => ({ until: Number(until), every: Number(every) }))
      .toSorted((one, other) => one.until - other.until),
    isProRata: text.partTime === 'yes',
  }
}

/** Days until the next session after one, or after the first day in post. */
export function daysBetween(
  frequency: Frequency,
  worker: {
    readonly role: string
    readonly fte: number
    /** First day of an early-career programme that is not over; null: none. */
    readonly earlySince: Temporal.PlainDate | null
  },
  from: Temporal.PlainDate,
): number {
  const usual = frequency.roles.get(worker.role) ?? frequency.weeks
  const early = earlyWeeks(frequency, worker.earlySince, from)
  const weeks = early === null ? usual : Math.min(early, usual)
  const share = frequency.isProRata && worker.fte > 0 && worker.fte < 1 ? worker.fte : 1
  return Math.round((weeks * 7) / share)
}

function earlyWeeks(
  { early }: Frequency,
  since: Temporal.PlainDate | null,
  from: Temporal.PlainDate,
): number | null {
  if (since === null) return null
  const step = early.find(({ until }) => Temporal.PlainDate.compare(from, since.add({ weeks: until })) < 0)
  return step?.every ?? null
}
