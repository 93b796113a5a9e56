/** What the rule of whom to tell counts by, from a day on. Each decision keeps the version that it was made by. */
export type RoutingVersion = {
  readonly version: string
  readonly from: Temporal.PlainDate
  /** Under this age, and on no school's roll, a child is the health visitors'. */
  readonly schoolAge: number
  /** The last age of the school nurses', for somebody still on a roll. */
  readonly lastSchoolAge: number
  /** Months of the term in which a child who was four on 31 August begins school: both are told. */
  readonly handoverMonths: readonly number[]
  /** So many visits within twelve months tell the front door. */
  readonly often: number
}

/** The newest last. Source: the design of the exchange (age bands), Education Act 1996 s.8 (compulsory school age) and the autumn entry to reception. */
export const routingVersions: readonly RoutingVersion[] = [
  {
    version: '2026-1',
    from: Temporal.PlainDate.from('2000-01-01'),
    schoolAge: 5,
    lastSchoolAge: 18,
    handoverMonths: [9, 10, 11, 12],
    often: 3,
  },
]

/** The version in force on a day. */
export function routingVersionOn(day: Temporal.PlainDate): RoutingVersion {
  const inForce = routingVersions.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
  if (inForce === undefined) throw new Error(`No rule of whom to tell is in force on ${day}`)
  return inForce
}
