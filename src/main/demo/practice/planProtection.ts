import { addWorkingDays } from '#reference'
import { isBefore, openDay } from '../chronicle/moments.ts'
import type { Family } from '../families/family.ts'
import type { Dice } from '../random/dice.ts'
import type { Protection } from './course.ts'

type Day = Temporal.PlainDate
type Start = {
  readonly family: Family
  readonly startedOn: Day
  readonly days: number
  readonly previousPlans: number
}

/** A child protection plan with its core groups and reviews; most end at a review. */
export function planProtection(dice: Dice, { family, startedOn, days, previousPlans }: Start): Protection {
  const endedOn = openDay(startedOn.add({ days }))
  const category = categoryOf(dice, family)
  return {
    startedOn,
    endedOn,
    category,
    latestCategory: dice.chance(0.93) ? category : dice.pick(['NEG', 'EMO']),
    previousPlans: previousPlans + (dice.chance(0.2) ? 1 : 0),
    coreGroups: coreGroups(dice, startedOn, endedOn),
    reviews: reviews(dice, startedOn, endedOn),
  }
}

/** The first within ten working days, then about every five weeks. */
function coreGroups(dice: Dice, startedOn: Day, endedOn: Day): Day[] {
  const held: Day[] = []
  let day = addWorkingDays(startedOn, dice.chance(0.85) ? dice.int(6, 10) : dice.int(11, 16))
  while (isBefore(day, endedOn)) {
    held.push(day)
    day = openDay(day.add({ days: dice.chance(0.84) ? dice.int(24, 38) : dice.int(43, 60) }))
  }
  return held
}

/** Within three months, then within six; the last is the day on which the plan ends. */
function reviews(dice: Dice, startedOn: Day, endedOn: Day): Day[] {
  const held: Day[] = []
  let day = addWorkingDays(
    startedOn.add({ days: dice.chance(0.94) ? dice.int(70, 84) : dice.int(93, 110) }),
    1,
  )
  while (isBefore(day, endedOn)) {
    held.push(day)
    day = addWorkingDays(day.add({ days: dice.chance(0.95) ? dice.int(130, 174) : dice.int(186, 205) }), 1)
  }
  return [...held, endedOn]
}

/** Neglect 49, emotional 37, physical 7, sexual 4, multiple 3 of a hundred. */
function categoryOf(dice: Dice, { troubles }: Family): string {
  const isNeglect = troubles.includes('neglect') || troubles.includes('substances')
  const isEmotional = troubles.includes('domestic_abuse')
  return dice.weighted([
    ['NEG', isNeglect ? 75 : 36],
    ['EMO', isEmotional ? 48 : 24],
    ['PHY', 7],
    ['SAB', 3.6],
    ['MUL', 3],
  ])
}
