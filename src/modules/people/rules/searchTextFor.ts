import type { GivenAndFamily } from './displayName.ts'
import type { DatePrecision } from './partialDate.ts'

/** What is known of somebody who may be recorded already. */
export type Likeness = {
  readonly name: GivenAndFamily | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfBirthPrecision: DatePrecision
  readonly identifiers: readonly { readonly value: string }[]
}

/** The text that finds people like a new one: name and date of birth, else a number. */
export function searchTextFor(person: Likeness): string {
  const { dateOfBirth: born, dateOfBirthPrecision: precision } = person
  const date =
    born === null
      ? ''
      : precision === 'day'
        ? born.toString()
        : precision === 'month'
          ? `${born.month}/${born.year}`
          : `${born.year}`
  return [person.name?.given, person.name?.family, date, ...person.identifiers.map(({ value }) => value)]
    .filter(text => text)
    .join(' ')
}
