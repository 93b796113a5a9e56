import type { Teller } from '../teller.ts'
import type { Adult, Child } from './family.ts'
import { familyName, givenName } from './names.ts'
import type { Roots } from './roots.ts'
import { tellBond } from './tellHome.ts'
import { tellPerson } from './tellPerson.ts'

type Day = Temporal.PlainDate
type Part = Adult['part']

/**
 * Tells of the adults: usually a mother, often a father at home or elsewhere, sometimes a stepfather or a grandparent who
 * brings the children up.
 */
export function tellAdults(
  teller: Teller,
  known: Temporal.Instant,
  roots: Roots,
  children: readonly Child[],
  oldest: Day,
): Adult[] {
  const { dice } = teller
  const raisedBy = dice.weighted([
    ['mother', 46],
    ['both', 32],
    ['stepfamily', 13],
    ['father', 4],
    ['grandparent', 5],
  ] as const)
  const parts: (readonly [Part, boolean])[] = [
    ['mother', raisedBy !== 'father' && raisedBy !== 'grandparent'],
  ]
  if (raisedBy === 'grandparent') parts.unshift(['grandparent', true])
  if (raisedBy === 'both' || raisedBy === 'father') parts.unshift(['father', true])
  else if (dice.chance(0.55)) parts.push(['father', false])
  if (raisedBy === 'stepfamily') parts.push(['step_parent', true])
  const adults = parts.map(([part, livesAtHome]) =>
    tellAdult(teller, known, { part, livesAtHome, roots, oldest }),
  )
  tellSiblings(teller, known, children)
  return adults
}

type Telling = {
  readonly part: Part
  readonly livesAtHome: boolean
  readonly roots: Roots
  readonly oldest: Day
}

function tellAdult(
  teller: Teller,
  known: Temporal.Instant,
  { part, livesAtHome, roots, oldest }: Telling,
): Adult {
  const { dice, numbers } = teller
  const isWoman = part === 'mother' || (part === 'grandparent' && dice.chance(0.8))
  const sex = isWoman ? 'F' : 'M'
  const years = part === 'grandparent' ? dice.int(42, 58) : dice.int(17, 37)
  const id = dice.id()
  const given = givenName(dice, roots.stock, sex)
  const sharesName = part === 'mother' ? dice.chance(0.7) : part === 'father' && dice.chance(0.55)
  tellPerson(teller, known, {
    id,
    given,
    family: sharesName ? roots.familyName : familyName(dice, roots.otherStock),
    sex,
    born: oldest.subtract({ years, days: dice.int(0, 364) }),
    ethnicity: roots.ethnicity,
    ...(roots.language && { language: roots.language, interpreterNeeded: roots.interpreterNeeded }),
    ...(livesAtHome && { mobile: numbers.mobile() }),
    identifiers: dice.chance(0.6) ? [{ kind: 'nhs_number', value: numbers.nhsNumber() }] : [],
  })
  return { id, given, part, livesAtHome }
}

/** Brothers and sisters; each pair once. */
function tellSiblings(teller: Teller, known: Temporal.Instant, children: readonly Child[]): void {
  const kind = teller.dice.chance(0.22) ? 'half_sibling' : 'sibling'
  children.forEach((child, index) => {
    for (const other of children.slice(index + 1))
      tellBond(teller, lastOf(known, child.knownAt, other.knownAt), {
        person: child.id,
        of: other.id,
        kind: index === 0 ? kind : 'sibling',
        livesTogether: true,
      })
  })
}

function lastOf(...moments: readonly Temporal.Instant[]): Temporal.Instant {
  return moments.reduce((one, other) => (Temporal.Instant.compare(one, other) > 0 ? one : other))
}
