import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import type { Adult, Child } from './family.ts'
import { givenName } from './names.ts'
import type { Roots } from './roots.ts'
import { tellBond } from './tellHome.ts'
import { tellPerson } from './tellPerson.ts'

type Telling = { readonly child: Child; readonly roots: Roots; readonly adults: readonly Adult[] }

/** Tells of a child and who they are to the adults of the family. */
export function tellChild(teller: Teller, { child, roots, adults }: Telling): void {
  const { dice, numbers, today } = teller
  const known = child.knownAt
  const mother = adults.find(({ part }) => part === 'mother')
  const startsSchool = child.born.add({ years: 4, months: 6 })
  const hasNumber = child.school !== null && Temporal.PlainDate.compare(startsSchool, today) <= 0
  const knownAs = dice.chance(0.06) ? givenName(dice, roots.stock, child.sex) : null
  tellPerson(teller, known, {
    id: child.id,
    given: child.given,
    family: roots.familyName,
    sex: child.sex,
    born: child.born,
    ...(child.wasUnborn && { expectedOn: child.born.add({ days: dice.int(-9, 9) }) }),
    ...(child.wasUnborn && mother && { motherId: mother.id }),
    ethnicity: roots.ethnicity,
    ...(roots.language && { language: roots.language }),
    disabilities: disabilitiesOf(teller),
    ...(knownAs && { otherNames: [{ kind: 'known_as', given: knownAs }] }),
    ...(hasNumber ? {} : { upnUnknownReason: 'UN1' }),
    identifiers: [
      { kind: 'la_child_id', value: child.childId },
      ...(child.wasUnborn ? [] : [{ kind: 'nhs_number' as const, value: numbers.nhsNumber() }]),
      ...(hasNumber && child.school
        ? [{ kind: 'upn' as const, value: numbers.upn(child.school.number, startsSchool.year) }]
        : []),
    ],
  })
  if (child.wasUnborn) tellNumberOfBaby(teller, child)
  for (const adult of adults)
    tellBond(teller, known, {
      person: adult.id,
      of: child.id,
      kind: adult.part,
      hasParentalResponsibility: adult.part === 'mother' || (adult.part === 'father' && dice.chance(0.8)),
      livesTogether: adult.livesAtHome,
    })
}

/** An NHS number is given at birth. */
function tellNumberOfBaby({ chronicle, dice, numbers }: Teller, child: Child): void {
  chronicle.tell('person_identifier', at(child.born.add({ days: 1 }), '11:25'), {
    id: dice.id(),
    person_id: child.id,
    kind: 'nhs_number',
    value: numbers.nhsNumber(),
    check_passed: true,
  })
}

/** About one child in need in eight is disabled; the census asks for NONE otherwise. */
function disabilitiesOf({ dice }: Teller): string[] {
  if (!dice.chance(0.125)) return ['NONE']
  const first = dice.weighted([
    ['AUT', 32],
    ['LD', 28],
    ['BEH', 14],
    ['COMM', 9],
    ['MOB', 8],
    ['HEAR', 3],
    ['VIS', 3],
    ['DDA', 3],
  ])
  return first !== 'LD' && dice.chance(0.3) ? [first, 'LD'] : [first]
}
