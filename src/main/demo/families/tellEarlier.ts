import { isBefore, openDay } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { CourseKind } from '../practice/course.ts'
import { planCourse, throwLengths } from '../practice/planCourse.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import type { Family } from './family.ts'

/** How episodes end up, of a hundred referrals. */
export function throwKind(dice: Dice): CourseKind {
  return dice.weighted([
    ['noFurtherAction', 25],
    ['assessed', 36],
    ['enquired', 10],
    ['inNeed', 19],
    ['familyHelp', 3],
    ['protected', 6],
    ['inCare', 1],
  ])
}

type Span = {
  readonly from: Temporal.PlainDate
  readonly before: Temporal.PlainDate
  readonly busyness?: number
}

/**
 * Tells of an episode that is over before a day, where one fits.
 * @returns the day on which it ended, or null where none would fit
 */
export function tellEarlier(
  teller: Teller,
  county: County,
  family: Family,
  { from, before, busyness = 1 }: Span,
): Temporal.PlainDate | null {
  const { dice } = teller
  const receivedOn = openDay(from)
  const children = family.children.filter(({ knownAt }) =>
    isBefore(knownAt.toZonedDateTimeISO('Europe/London').toPlainDate(), receivedOn.add({ days: 1 })),
  )
  if (children.length === 0) return null
  for (const kind of [throwKind(dice), 'assessed', 'noFurtherAction'] as const) {
    const course = planCourse(dice, { family, children, receivedOn, lengths: throwLengths(dice, kind) })
    if (!isBefore(course.closedOn, before)) continue
    tellEpisode(teller, county, family, course, { busyness })
    return course.closedOn
  }
  return null
}
