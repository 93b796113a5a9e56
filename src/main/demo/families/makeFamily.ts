import type { Uuid } from '#platform/ids'
import { at, isBefore } from '../chronicle/moments.ts'
import type { County, School } from '../county/county.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import { homeLanguages, type NameStock, peoples } from '../words/peoples.ts'
import { areas } from '../words/places.ts'
import type { Adult, Child, Family, Trouble } from './family.ts'
import { familyName, givenName, makeAddress, type Sex } from './names.ts'
import { tellAdults } from './tellAdults.ts'
import { tellChild } from './tellChild.ts'
import { tellFamily, tellHome } from './tellHome.ts'

type Day = Temporal.PlainDate

/** What the members of one family share. */
export type Roots = {
  readonly stock: NameStock
  readonly otherStock: NameStock
  readonly ethnicity: string
  readonly language: string | null
  readonly interpreterNeeded: boolean
  readonly familyName: string
}

export type Wish = {
  /** The day on which the children have the ages of children who are referred. */
  readonly asAt: Day
  /** The moment from which the record knows the family. */
  readonly known: Temporal.Instant
  readonly mostChildren?: number
}

/** Makes a family of the county and tells who they are. */
export function makeFamily(teller: Teller, county: County, wish: Wish): Family {
  const { dice, numbers } = teller
  const roots = takeRoots(dice)
  const areaIndex = dice.int(0, areas.length - 1)
  const district = areas[areaIndex]?.districts[dice.int(0, 1)] ?? ''
  const children = makeChildren(teller, county, roots, { ...wish, areaIndex })
  const id = dice.id()
  const reference = numbers.familyReference()
  const adults = tellAdults(teller, wish.known, roots, children, oldestBirth(children))
  for (const child of children) tellChild(teller, { child, roots, adults })
  tellFamily(teller, wish.known, { id, reference, children, adults })
  tellHomes(teller, { id, district, children, adults, wish })
  return {
    id,
    reference,
    areaIndex,
    children,
    adults,
    troubles: takeTroubles(dice, children, wish.asAt),
    interpreter: roots.interpreterNeeded ? roots.language : null,
  }
}

/** An unborn child lives nowhere yet: the home is recorded after the birth. */
const homeFrom = ({ wasUnborn, born, knownAt }: Child) =>
  wasUnborn ? at(born.add({ days: 3 }), '12:10') : knownAt

function takeRoots(dice: Dice): Roots {
  const { code, stocks } = dice.weighted(peoples)
  const stock = dice.pick(stocks)
  const language = dice.chance(0.5) ? (homeLanguages[stock]?.[dice.int(0, 2)] ?? null) : null
  return {
    stock,
    otherStock: dice.pick(stocks),
    ethnicity: code,
    language,
    interpreterNeeded: language !== null && dice.chance(0.35),
    familyName: familyName(dice, stock),
  }
}

function makeChildren(
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

function oldestBirth(children: readonly Child[]): Day {
  return (
    children.map(({ born }) => born).sort(Temporal.PlainDate.compare)[0] ??
    Temporal.PlainDate.from('2010-01-01')
  )
}

type Homes = {
  readonly id: Uuid
  readonly district: string
  readonly children: readonly Child[]
  readonly adults: readonly Adult[]
  readonly wish: Wish
}

function tellHomes(teller: Teller, { id, district, children, adults, wish }: Homes): void {
  const { dice } = teller
  const startedOn = wish.asAt.subtract({ days: dice.int(40, 2500) })
  const together = adults.filter(({ livesAtHome }) => livesAtHome)
  const owner = together[0]?.part === 'grandparent' ? 'Grandparents’ home' : 'Mother’s home'
  const label = together.length > 1 ? 'Family home' : owner
  tellHome(teller, wish.known, {
    familyId: id,
    label,
    ...makeAddress(dice, district),
    people: [...children.map(child => ({ ...child, knownAt: homeFrom(child) })), ...together],
    startedOn,
  })
  for (const adult of adults.filter(({ livesAtHome }) => !livesAtHome)) {
    const elsewhere = dice.pick(dice.pick(areas).districts)
    const label = adult.part === 'mother' ? 'Mother’s own home' : 'Father’s home'
    tellHome(teller, wish.known, {
      familyId: id,
      label,
      ...makeAddress(dice, elsewhere),
      people: [adult],
      startedOn,
    })
  }
}

/** Domestic abuse in about half, a parent's mental health in a third, drugs or alcohol in a fifth. */
function takeTroubles(dice: Dice, children: readonly Child[], asAt: Day): Trouble[] {
  const hasTeenager = children.some(({ born }) => born.until(asAt, { largestUnit: 'year' }).years >= 13)
  const troubles: Trouble[] = []
  if (dice.chance(0.5)) troubles.push('domestic_abuse')
  if (dice.chance(0.33)) troubles.push('mental_health')
  if (dice.chance(0.2)) troubles.push('substances')
  if (dice.chance(0.22)) troubles.push('neglect')
  if (hasTeenager && dice.chance(0.3)) troubles.push('harm_outside_home')
  if (dice.chance(0.11)) troubles.push('disability')
  return troubles.length > 0 ? troubles : [dice.pick(['neglect', 'mental_health'] as const)]
}
