import { at, isBefore } from '../chronicle/moments.ts'
import type { County, School } from '../county/county.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import type { Child } from './family.ts'
import { givenName, type Sex } from './names.ts'
import type { Roots } from './roots.ts'

type Day = Temporal.PlainDate

export type Wish = {
  /** The day on which the children have the ages of children who are referred. */
  readonly asAt: Day
  /** The moment from which the record knows the family. */
  readonly known: Temporal.Instant
  readonly mostChildren?: number
  /** Where the family lives; left to chance when left out. */
  readonly areaIndex?: number
}

/** Makes the children of a family, as old as children are who are referred. */
export function makeChildren(
  teller: Teller,
  county: County,
  roots: Roots,
  wish: Wish & { readonly areaIndex: number },
): Child[] {
  const { dice, numbers } = teller
  const count = Math.min(
    wish.mostChildren ?? 6,
    dice.weighted([
      [1, 37],
      [2, 32],
      [3, 18],
      [4, 8],
      [5, 4],
      [6, 1],
    ]),
  )
  const schools = county.agencies.schools.filter(({ areaIndex }) => areaIndex === wish.areaIndex)
  return birthdays(dice, wish.asAt, count).map((born, index) => {
    const sex: Sex = dice.chance(0.53) ? 'M' : 'F'
    const wasUnborn = !isBefore(born, wish.asAt)
    return {
      id: dice.id(),
      childId: numbers.childId(),
      given: givenName(dice, index % 2 === 0 ? roots.stock : roots.otherStock, sex),
      sex,
      born,
      wasUnborn,
      knownAt: knownFrom(wish, born, wasUnborn),
      school: schoolFor(dice, schools, born, teller.today),
    }
  })
}

/** A child born after the family became known is recorded soon after birth; one expected, when that is learnt. */
function knownFrom({ known, asAt }: Wish, born: Day, wasUnborn: boolean): Temporal.Instant {
  const learnt = wasUnborn ? at(asAt, '09:30') : at(born.add({ days: 6 }), '10:05')
  return Temporal.Instant.compare(learnt, known) > 0 ? learnt : known
}

/** One child as old as a referred child, the others some years apart; now and then one is not yet born. */
function birthdays(dice: Dice, asAt: Day, count: number): Day[] {
  const years = dice.weighted([
    [dice.next(), 7],
    [1 + 3 * dice.next(), 20],
    [4 + 5 * dice.next(), 29],
    [9 + 6 * dice.next(), 34],
    [15 + 2.6 * dice.next(), 10],
  ])
  const days: number[] = [Math.round(years * 365.25)]
  while (days.length < count) {
    const apart = Math.round((0.95 + 3 * dice.next()) * 365.25)
    const first = Math.min(...days)
    const last = Math.max(...days)
    days.push(first - apart > 0 ? first - apart : Math.min(last + apart, 17 * 365))
  }
  if (dice.chance(0.03) && Math.min(...days) > 330) days[days.indexOf(Math.min(...days))] = -dice.int(20, 170)
  return days.sort((one, other) => other - one).map(age => asAt.subtract({ days: age }))
}

function schoolFor(dice: Dice, schools: readonly School[], born: Day, today: Day): School | null {
  const age = born.until(today, { largestUnit: 'year' }).years
  if (age < 4) return null
  const kind = age < 11 ? 'primary' : 'secondary'
  return dice.pick(schools.filter(school => school.kind === kind))
}
