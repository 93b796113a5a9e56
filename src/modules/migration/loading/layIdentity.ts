import { checkUpn } from '#reference'
import { type CensusChild, type Reading, valueIn } from '../census/index.ts'
import type { ChildLedger } from './childLedger.ts'
import type { Fact, FactValue } from './fact.ts'
import { isLifeDay } from './practiceDates.ts'

/** Lays who the child is upon the record: person, numbers and disabilities. */
export function layIdentity(ledger: ChildLedger, person: Fact, child: CensusChild): void {
  const { identifiers, characteristics, laChildId } = child
  layPerson(ledger, person, child)
  const held = ledger.find('person_identifier', ({ kind }) => kind === 'la_child_id')
  if (held === undefined && valueIn(laChildId) !== undefined)
    ledger.add('person_identifier', identifier(person, 'la_child_id', valueIn(laChildId) ?? '', null))
  ledger.settle(laChildId, held === undefined ? 'stored' : 'held')
  layUpn(ledger, person, identifiers)
  layFormerUpn(ledger, person, identifiers.formerUpn)
  for (const disability of characteristics.disabilities) layDisability(ledger, person, disability)
}

function layPerson(ledger: ChildLedger, person: Fact, { identifiers, characteristics }: CensusChild): void {
  const { birthOn, expectedBirthOn, deathOn } = identifiers
  layBirth(ledger, person, birthOn)
  ledger.put(person, 'expected_delivery_on', expectedBirthOn, isLifeDay)
  const { date_of_birth: born, expected_delivery_on: expected, is_unborn: unborn } = person.values
  if (born === null && expected !== null && person.isNew) ledger.fill(person, 'is_unborn', true)
  if (born !== null && unborn === true) ledger.fill(person, 'is_unborn', false)
  ledger.put(person, 'sex', identifiers.sex)
  ledger.put(person, 'ethnicity', characteristics.ethnicity)
  ledger.put(person, 'upn_unknown_reason', identifiers.upnUnknown)
  ledger.put(person, 'died_on', deathOn, isLifeDay, value => {
    if (typeof born !== 'string' || String(value) >= born) return undefined
    return `${value} is before the birth (${born}). Correct whichever is wrong in the system it comes from.`
  })
}

/** A day of birth within the month or year that the record holds makes it exact. */
function layBirth(ledger: ChildLedger, person: Fact, reading: Reading<Temporal.PlainDate>): void {
  const { date_of_birth: born, date_of_birth_precision: precision } = person.values
  const length = precision === 'month' ? 7 : precision === 'year' ? 4 : 10
  const day = valueIn(reading)?.toString()
  const isWithin = length < 10 && typeof born === 'string' && day?.slice(0, length) === born.slice(0, length)
  if (!isWithin || day === undefined) {
    ledger.put(person, 'date_of_birth', reading, isLifeDay, bornBefore(person.values['died_on']))
    return
  }
  ledger.fill(person, 'date_of_birth', day)
  ledger.fill(person, 'date_of_birth_precision', 'day')
  ledger.settle(reading, 'stored')
}

/** Nobody is born after the death that the record holds. */
const bornBefore = (died: FactValue | undefined) => (value: FactValue) => {
  if (typeof died !== 'string' || String(value) <= died) return undefined
  return `${value} is after the death (${died}). Correct whichever is wrong in the system it comes from.`
}

const identifier = (person: Fact, kind: string, value: string, passed: boolean | null) => ({
  person_id: person.id,
  kind,
  value,
  check_passed: passed,
  ended_on: null,
})

/**
 * One pupil number at a time; one that was the child's before is no contradiction, unless this very file names it as both:
 * then only its own former number tells so, and the second time must say what the first did.
 */
function layUpn(
  ledger: ChildLedger,
  person: Fact,
  { upn: reading, formerUpn }: CensusChild['identifiers'],
): void {
  const value = valueIn(reading)
  if (value === undefined) return
  const numbers = ledger.all('person_identifier', ({ kind }) => kind === 'upn' || kind === 'former_upn')
  const current = numbers.find(({ values }) => values['kind'] === 'upn' && values['ended_on'] === null)
  const known = numbers.filter(({ values }) => values['kind'] === 'upn' || valueIn(formerUpn) !== value)
  if (known.some(fact => fact.values['value'] === value)) {
    ledger.settle(reading, 'held')
    return
  }
  if (current) {
    ledger.contradict(reading, current.values['value'] ?? null)
    return
  }
  ledger.add('person_identifier', identifier(person, 'upn', value, checkUpn(value).ok))
  ledger.settle(reading, 'stored')
}

function layFormerUpn(ledger: ChildLedger, person: Fact, reading: Reading<string>): void {
  const value = valueIn(reading)
  if (value === undefined) return
  const known = ledger.find(
    'person_identifier',
    fact => fact['kind'] === 'former_upn' && fact['value'] === value,
  )
  if (known === undefined)
    ledger.add('person_identifier', identifier(person, 'former_upn', value, checkUpn(value).ok))
  ledger.settle(reading, known === undefined ? 'stored' : 'held')
}

/** Disabilities add up, but NONE and a disability contradict each other across files. */
function layDisability(ledger: ChildLedger, person: Fact, reading: Reading<string>): void {
  const code = valueIn(reading)
  if (code === undefined) return
  const current = ledger.all('person_disability', ({ ended_on }) => ended_on === null)
  if (current.some(fact => fact.values['code'] === code)) {
    ledger.settle(reading, 'held')
    return
  }
  const other = current.find(fact => !fact.isNew && (fact.values['code'] === 'NONE') !== (code === 'NONE'))
  if (other) {
    ledger.contradict(reading, other.values['code'] ?? null)
    return
  }
  ledger.add('person_disability', { person_id: person.id, code, ended_on: null })
  ledger.settle(reading, 'stored')
}
