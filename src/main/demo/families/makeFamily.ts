import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import { areas } from '../words/places.ts'
import type { Adult, Child, Family, Trouble } from './family.ts'
import { makeChildren, type Wish } from './makeChildren.ts'
import { makeAddress } from './names.ts'
import { takeRoots } from './roots.ts'
import { tellAdults } from './tellAdults.ts'
import { tellChild } from './tellChild.ts'
import { tellFamily, tellHome } from './tellHome.ts'

type Day = Temporal.PlainDate

/** Makes a family of the county and tells who they are. */
export function makeFamily(teller: Teller, county: County, wish: Wish): Family {
  const { dice, numbers } = teller
  const roots = takeRoots(dice)
  const somewhere = dice.int(0, areas.length - 1)
  const areaIndex = wish.areaIndex ?? somewhere
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
