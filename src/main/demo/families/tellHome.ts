import type { Uuid } from '#platform/ids'
import { isBefore } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

type Member = { readonly id: Uuid; readonly knownAt?: Temporal.Instant; readonly born?: Temporal.PlainDate }

export type Home = {
  readonly familyId: Uuid
  /** "Mother's home" */
  readonly label: string
  readonly lines: string
  readonly postcode: string
  readonly people: readonly Member[]
  readonly startedOn: Temporal.PlainDate
  readonly kind?: Fact<'person_address'>['kind']
  readonly isConfidential?: boolean
}

/** Tells of a household and that its people live at its address. */
export function tellHome({ chronicle, dice }: Teller, known: Temporal.Instant, home: Home): void {
  const householdId = dice.id()
  const started_on = home.startedOn
  chronicle.tell('household', known, { id: householdId, family_id: home.familyId, label: home.label })
  for (const { id, knownAt, born } of home.people) {
    const movedIn = born && isBefore(started_on, born) ? born : started_on
    const row = { person_id: id, started_on: movedIn }
    chronicle.tell('household_member', knownAt ?? known, { id: dice.id(), household_id: householdId, ...row })
    chronicle.tell('person_address', knownAt ?? known, {
      id: dice.id(),
      ...row,
      kind: home.kind ?? 'home',
      lines: home.lines,
      postcode: home.postcode,
      is_confidential: home.isConfidential ?? false,
    })
  }
}

export type Bond = {
  readonly person: Uuid
  readonly of: Uuid
  readonly kind: Fact<'relationship'>['kind']
  readonly hasParentalResponsibility?: boolean
  readonly livesTogether?: boolean
}

export function tellBond({ chronicle, dice }: Teller, known: Temporal.Instant, bond: Bond): void {
  chronicle.tell('relationship', known, {
    id: dice.id(),
    person_id: bond.person,
    other_id: bond.of,
    kind: bond.kind,
    has_parental_responsibility: bond.hasParentalResponsibility ?? null,
    lives_together: bond.livesTogether ?? null,
  })
}

/** Tells of a family and who belongs to it. */
export function tellFamily(
  { chronicle, dice }: Teller,
  known: Temporal.Instant,
  family: {
    readonly id: Uuid
    readonly reference: string
    readonly children: readonly Member[]
    readonly adults: readonly Member[]
  },
): void {
  chronicle.tell('family', known, { id: family.id, reference: family.reference })
  for (const role of ['child', 'adult'] as const)
    for (const { id, knownAt } of role === 'child' ? family.children : family.adults)
      chronicle.tell('family_member', knownAt ?? known, {
        id: dice.id(),
        family_id: family.id,
        person_id: id,
        role,
      })
}
