import type { RoutingVersion } from './routingVersions.ts'

/** A service of nurses or midwives. */
export type Serving = 'health_visiting' | 'school_nursing' | 'midwifery'

/**
 * Which service answers for somebody on the day of a visit: health visitors under school age, school nurses from it on and for whoever is on a
 * roll, both in the term in which a child begins school. Nobody for an adult.
 */
export function servingsFor(
  {
    birth,
    day,
    isOnRoll,
  }: { readonly birth: Temporal.PlainDate; readonly day: Temporal.PlainDate; readonly isOnRoll: boolean },
  version: RoutingVersion,
): readonly Serving[] {
  const { years } = birth.until(day, { largestUnit: 'years' })
  if (years > version.lastSchoolAge || (years >= 18 && !isOnRoll)) return []
  if (isInHandover(birth, day, version)) return ['health_visiting', 'school_nursing']
  return isOnRoll || years >= version.schoolAge ? ['school_nursing'] : ['health_visiting']
}

/** The autumn term of the year in which the child was four on 31 August. */
function isInHandover(
  birth: Temporal.PlainDate,
  day: Temporal.PlainDate,
  { handoverMonths }: RoutingVersion,
): boolean {
  const endOfAugust = Temporal.PlainDate.from({ year: day.year, month: 8, day: 31 })
  if (Temporal.PlainDate.compare(birth, endOfAugust) > 0) return false
  return handoverMonths.includes(day.month) && birth.until(endOfAugust, { largestUnit: 'years' }).years === 4
}
