import { familyName, givenName, makeAddress } from '../families/names.ts'
import { strangersNhsNumber } from '../families/numbers.ts'
import type { Dice } from '../random/dice.ts'
import { areas } from '../words/places.ts'
import type { Patient } from './hl7Text.ts'

/** What children of some age come to an emergency department for, and how it ends. */
const complaints: readonly (readonly [words: string, from: number, to: number])[] = [
  ['Fever', 0, 6],
  ['Breathing difficulty', 0, 5],
  ['Not feeding', 0, 1],
  ['Fall from a bed', 0, 3],
  ['Head injury, fall', 1, 12],
  ['Scald, hot drink', 0, 4],
  ['Swallowed a button battery', 1, 4],
  ['Rash', 0, 8],
  ['Asthma attack', 3, 17],
  ['Abdominal pain', 4, 17],
  ['Injured wrist, fall', 5, 15],
  ['Cut to the hand', 5, 17],
  ['Sports injury, ankle', 9, 17],
  ['Took tablets', 12, 17],
  ['Alcohol', 13, 17],
  ['Low mood', 12, 17],
]
export const outcomes = [
  'Home, no follow-up',
  'Home, to see the family doctor',
  'Outpatient clinic',
  'Left before being seen',
] as const

/** Something that brings a child of this age to hospital. */
export function complaintAt(dice: Dice, years: number): string {
  const fitting = complaints.filter(([, from, to]) => years >= from && years <= to)
  return dice.pick(fitting.length > 0 ? fitting : complaints)[0]
}

/** A child of whom the county's record knows nothing. @param serial another for each, so that no two are one child */
export function stranger(
  dice: Dice,
  serial: number,
  born: Temporal.PlainDate,
  change: Partial<Patient> = {},
): Patient {
  const sex = dice.pick(['F', 'M'] as const)
  const { districts } = dice.pick(areas)
  return {
    nhsNumber: strangersNhsNumber(serial),
    given: givenName(dice, 'british', sex),
    family: familyName(dice, 'british'),
    birth: born.toString().replaceAll('-', ''),
    sex,
    ...makeAddress(dice, districts[0]),
    ...change,
  }
}
