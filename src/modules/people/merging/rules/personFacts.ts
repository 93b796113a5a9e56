/** What is said of a person once, in the order of the comparison: columns of `person` with their words. */
export const personFacts = [
  ['date_of_birth', 'Date of birth'],
  ['expected_delivery_on', 'Expected on'],
  ['sex', 'Sex'],
  ['gender_identity', 'Gender identity'],
  ['ethnicity', 'Ethnicity'],
  ['religion', 'Religion'],
  ['first_language', 'First language'],
  ['interpreter_needed', 'Interpreter needed'],
  ['communication_needs', 'Communication needs'],
  ['upn_unknown_reason', 'Why there is no UPN'],
  ['died_on', 'Died on'],
] as const

export type PersonFact = (typeof personFacts)[number][0]
/** As text, null where nothing is said. */
export type FactValues = Readonly<Record<PersonFact, string | null>>

/** @returns facts of which the two records say different things, so that somebody must choose */
export function factConflicts(one: FactValues, other: FactValues): readonly PersonFact[] {
  return personFacts
    .map(([column]) => column)
    .filter(column => one[column] !== null && other[column] !== null && one[column] !== other[column])
}
