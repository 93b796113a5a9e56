import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

type Day = Temporal.PlainDate
type Name = {
  readonly kind: Fact<'person_name'>['kind']
  readonly given?: string
  readonly family?: string
  readonly from?: Day
  readonly until?: Day
}

/** One person as they are told; what is left out is not known. */
export type Person = {
  readonly id: Uuid
  readonly given: string
  readonly family: string
  readonly sex: 'M' | 'F' | 'U'
  readonly born?: Day
  readonly precision?: 'day' | 'month' | 'year'
  /** A child known before birth: expected on this day, born on `born` if that has come. */
  readonly expectedOn?: Day
  readonly motherId?: Uuid
  readonly ethnicity?: string
  readonly religion?: string
  readonly language?: string
  readonly interpreterNeeded?: boolean
  readonly communicationNeeds?: string
  readonly disabilities?: readonly string[]
  readonly diedOn?: Day
  readonly otherNames?: readonly Name[]
  readonly upnUnknownReason?: string
  readonly identifiers?: readonly {
    readonly kind: Fact<'person_identifier'>['kind']
    readonly value: string
  }[]
  readonly mobile?: string
}

/** Tells of a person as recorded at a moment; a birth or a death after it becomes a change. */
export function tellPerson(teller: Teller, known: Temporal.Instant, person: Person): void {
  const { chronicle, dice } = teller
  const { id, born, expectedOn, diedOn } = person
  const isAhead = expectedOn !== undefined
  chronicle.tell(
    'person',
    known,
    {
      id,
      is_unborn: isAhead,
      date_of_birth: isAhead ? null : (born ?? null),
      date_of_birth_precision: person.precision ?? 'day',
      expected_delivery_on: expectedOn ?? null,
      mother_id: person.motherId ?? null,
      sex: isAhead ? 'U' : person.sex,
      ethnicity: person.ethnicity ?? null,
      religion: person.religion ?? null,
      first_language: person.language ?? null,
      interpreter_needed: person.interpreterNeeded ?? null,
      communication_needs: person.communicationNeeds ?? null,
      upn_unknown_reason: person.upnUnknownReason ?? null,
      created_by: null,
      created_at: known,
    },
    ...(isAhead && born
      ? [
          [
            at(born.add({ days: 1 }), '11:20'),
            { is_unborn: false, date_of_birth: born, sex: person.sex },
          ] as const,
        ]
      : []),
    ...(diedOn ? [[at(diedOn.add({ days: 2 }), '09:40'), { died_on: diedOn }] as const] : []),
  )
  tellNames(teller, known, person)
  for (const { kind, value } of person.identifiers ?? [])
    chronicle.tell('person_identifier', known, {
      id: dice.id(),
      person_id: id,
      kind,
      value,
      check_passed: true,
    })
  for (const code of person.disabilities ?? [])
    chronicle.tell('person_disability', known, { id: dice.id(), person_id: id, code })
  if (person.mobile)
    chronicle.tell('person_contact', known, {
      id: dice.id(),
      person_id: id,
      kind: 'mobile',
      value: person.mobile,
      is_safe: true,
    })
}

function tellNames({ chronicle, dice }: Teller, known: Temporal.Instant, person: Person): void {
  const isAhead = person.expectedOn !== undefined
  chronicle.tell(
    'person_name',
    known,
    {
      id: dice.id(),
      person_id: person.id,
      kind: 'legal',
      given: isAhead ? 'Unborn' : person.given,
      family: person.family,
      is_main: true,
    },
    ...(isAhead && person.born
      ? [[at(person.born.add({ days: 4 }), '10:15'), { given: person.given }] as const]
      : []),
  )
  for (const name of person.otherNames ?? [])
    chronicle.tell('person_name', known, {
      id: dice.id(),
      person_id: person.id,
      kind: name.kind,
      given: name.given ?? null,
      family: name.family ?? null,
      started_on: name.from ?? null,
      ended_on: name.until ?? null,
      is_main: false,
    })
}
