import { addWorkingDays } from '#reference'
import { at, isBefore, openDay } from '../chronicle/moments.ts'
import type { County, School } from '../county/county.ts'
import type { Adult, Child, Family, Trouble } from '../families/family.ts'
import { tellBond, tellFamily, tellHome } from '../families/tellHome.ts'
import { type Person, tellPerson } from '../families/tellPerson.ts'
import type { Teller } from '../teller.ts'

type Day = Temporal.PlainDate
type About = Partial<Omit<Person, 'id' | 'given' | 'family' | 'sex'>>

export type ChildPart = {
  readonly given: string
  readonly family?: string
  readonly sex: 'M' | 'F'
  readonly born: Day
  readonly expectedOn?: Day
  readonly school?: 'primary' | 'secondary'
  readonly about?: About
}
export type AdultPart = {
  readonly given: string
  readonly family?: string
  readonly sex: 'M' | 'F'
  readonly born: Day
  readonly part: Adult['part']
  readonly atHome: boolean
  readonly about?: About
}
export type CastList = {
  readonly familyName: string
  readonly known: Day
  readonly areaIndex?: number
  readonly ethnicity?: string
  readonly troubles: readonly Trouble[]
  readonly interpreter?: string
  readonly home: {
    readonly label: string
    readonly lines: string
    readonly postcode: string
    readonly isConfidential?: boolean
    readonly kind?: 'home' | 'refuge'
  }
  readonly children: readonly ChildPart[]
  /** Born together: twins to one another, not merely siblings. */
  readonly areTwins?: boolean
  readonly adults: readonly AdultPart[]
}

/**
 * A working day so many days before the demo's today; a negative number lies ahead. What is past stays so: two days before a Monday is Friday, and
 * not a time of this day that is still to come.
 */
export function ago(teller: Teller, days: number): Day {
  const day = teller.today.subtract({ days })
  const open = openDay(day)
  return days > 0 && !isBefore(open, teller.today) ? addWorkingDays(day, -1) : open
}

/** A birthday that makes a child so old today. */
export function aged(teller: Teller, years: number, months = 0): Day {
  return teller.today.subtract({ years, months, days: 11 })
}

/** Tells of a family whose people are named by hand. */
export function castFamily(teller: Teller, county: County, list: CastList): Family {
  const known = at(list.known, '09:05')
  const areaIndex = list.areaIndex ?? 0
  const adults = list.adults.map(part => castAdult(teller, known, list, part))
  const schools = county.agencies.schools.filter(school => school.areaIndex === areaIndex)
  const children = list.children.map(part => castChild(teller, { known, list, part, adults, schools }))
  const family = { id: teller.dice.id(), reference: teller.numbers.familyReference() }
  tellFamily(teller, known, { ...family, children, adults })
  for (const [index, child] of children.entries())
    for (const other of children.slice(index + 1))
      tellBond(teller, known, {
        person: child.id,
        of: other.id,
        kind: list.areTwins ? 'twin' : 'sibling',
        livesTogether: true,
      })
  const together = adults.filter(({ livesAtHome }) => livesAtHome)
  tellHome(teller, known, {
    ...list.home,
    familyId: family.id,
    people: [...children.filter(({ wasUnborn }) => !wasUnborn), ...together],
    startedOn: list.known.subtract({ months: 14 }),
  })
  return {
    ...family,
    areaIndex,
    children,
    adults,
    troubles: list.troubles,
    interpreter: list.interpreter ?? null,
  }
}

function castAdult(teller: Teller, known: Temporal.Instant, list: CastList, part: AdultPart): Adult {
  const id = teller.dice.id()
  tellPerson(teller, known, {
    id,
    given: part.given,
    family: part.family ?? list.familyName,
    sex: part.sex,
    born: part.born,
    ethnicity: list.ethnicity ?? 'WBRI',
    ...(list.interpreter && { language: list.interpreter, interpreterNeeded: true }),
    mobile: teller.numbers.mobile(),
    ...part.about,
  })
  return { id, given: part.given, part: part.part, livesAtHome: part.atHome }
}

type Casting = {
  readonly known: Temporal.Instant
  readonly list: CastList
  readonly part: ChildPart
  readonly adults: readonly Adult[]
  readonly schools: readonly School[]
}

function castChild(teller: Teller, { known, list, part, adults, schools }: Casting): Child {
  const { dice, numbers } = teller
  const school = schools.find(({ kind }) => kind === part.school) ?? null
  const child: Child = {
    id: dice.id(),
    childId: numbers.childId(),
    given: part.given,
    sex: part.sex,
    born: part.born,
    wasUnborn: part.expectedOn !== undefined,
    knownAt: known,
    school,
  }
  const mother = adults.find(adult => adult.part === 'mother')
  tellPerson(teller, known, {
    id: child.id,
    given: part.given,
    family: part.family ?? list.familyName,
    sex: part.sex,
    born: part.born,
    ...(part.expectedOn && { expectedOn: part.expectedOn, ...(mother && { motherId: mother.id }) }),
    ethnicity: list.ethnicity ?? 'WBRI',
    ...(list.interpreter && { language: list.interpreter }),
    disabilities: ['NONE'],
    ...(!school && { upnUnknownReason: 'UN1' }),
    identifiers: [
      { kind: 'la_child_id', value: child.childId },
      ...(part.expectedOn ? [] : [{ kind: 'nhs_number' as const, value: numbers.nhsNumber() }]),
      ...(school ? [{ kind: 'upn' as const, value: numbers.upn(school.number, part.born.year + 4) }] : []),
    ],
    ...part.about,
  })
  for (const adult of adults)
    tellBond(teller, known, {
      person: adult.id,
      of: child.id,
      kind: adult.part,
      hasParentalResponsibility: adult.part === 'mother' || adult.part === 'father',
      livesTogether: adult.livesAtHome,
    })
  return child
}

/** The working day after a day. */
export function nextDay(day: Day): Day {
  return addWorkingDays(day, 1)
}
