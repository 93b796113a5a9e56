import { at, isBefore, openDay } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { CourseKind } from '../practice/course.ts'
import { planCourse, throwLengths } from '../practice/planCourse.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { tellWorkbook } from '../practice/workbook/tellWorkbook.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import { ageOn, type Child, type Family } from './family.ts'
import { makeFamily } from './makeFamily.ts'
import { tellEarlier } from './tellEarlier.ts'

type Day = Temporal.PlainDate
type Stage =
  | 'undecided'
  | 'assessing'
  | 'enquiring'
  | 'planned'
  | 'helped'
  | 'protected'
  | 'steppedDown'
  | 'inCare'

/** Where the open work of a county stands, of a hundred families. */
const stages: readonly (readonly [Stage, number])[] = [
  ['undecided', 2],
  ['assessing', 24],
  ['enquiring', 4],
  ['planned', 37],
  ['helped', 9],
  ['protected', 12],
  ['steppedDown', 5],
  ['inCare', 7],
]

const kindOf: Readonly<Record<Stage, CourseKind>> = {
  undecided: 'assessed',
  assessing: 'assessed',
  enquiring: 'protected',
  planned: 'inNeed',
  helped: 'familyHelp',
  protected: 'protected',
  steppedDown: 'protected',
  inCare: 'inCare',
}

/**
 * Tells of one family with open work today.
 * @param room for so many open children at most
 * @returns how many of its children are open, and how many people it has
 */
export function tellOpenFamily(
  teller: Teller,
  county: County,
  room: number,
): { open: number; people: number } {
  const { dice, today } = teller
  const stage = dice.weighted(stages)
  const lengths = throwLengths(dice, kindOf[stage])
  const receivedOn = lastOpenDay(today.subtract({ days: daysAgo(dice, stage, lengths) }))
  const hadEarlier = dice.chance(0.4)
  const knownOn = hadEarlier ? receivedOn.subtract({ days: dice.int(170, 1100) }) : receivedOn
  const family = makeFamily(teller, county, {
    asAt: receivedOn,
    known: at(openDay(knownOn), '09:05'),
    mostChildren: room,
  })
  if (hadEarlier) tellEarlier(teller, county, family, { from: knownOn, before: receivedOn })
  const children = stillChildren(family, receivedOn, today)
  const course = planCourse(dice, { family, children, receivedOn, lengths })
  tellWorkbook(tellEpisode(teller, county, family, course, { busyness: 1 }))
  return { open: children.length, people: family.children.length + family.adults.length }
}

/** Referrals arrive on any day, decisions do not: one left undecided arrived on the last working day or since. */
function lastOpenDay(day: Day): Day {
  const opened = openDay(day)
  return opened.equals(day) ? day : day.subtract({ days: day.dayOfWeek === 7 ? 2 : 1 })
}

type Lengths = ReturnType<typeof throwLengths>

/** Somewhere within the stage, so that its work has lasted as long as such work has. */
function daysAgo(dice: Dice, stage: Stage, lengths: Lengths): number {
  const within = (days: number) => Math.max(1, Math.floor(days * dice.next()))
  const untilPlan = lengths.assessment + 10
  const untilConference = lengths.enquiryAfter + 24
  switch (stage) {
    case 'undecided':
      return 1
    case 'assessing':
      return 3 + within(lengths.assessment - 4)
    case 'enquiring':
      return lengths.enquiryAfter + 1 + within(13)
    case 'protected':
      return untilConference + within(lengths.protection - 14)
    case 'steppedDown':
      return untilConference + lengths.protection + 14 + within(lengths.plan - 24)
    default:
      return untilPlan + 6 + within(lengths.plan - 20)
  }
}

/** Those who are under eighteen today; the first of them when all have grown up. */
function stillChildren(family: Family, receivedOn: Day, today: Day): readonly Child[] {
  const young = family.children.filter(child => ageOn(child, today) < 18 && ageOn(child, receivedOn) < 18)
  const known = young.filter(child => !isBefore(today.subtract({ days: 1 }), dayOf(child)))
  return known.length > 0 ? known : family.children.slice(-1)
}

const dayOf = (child: Child) => child.knownAt.toZonedDateTimeISO('Europe/London').toPlainDate()
