import { formatDate } from '#ui'

/** A name as recorded; one of the two may be missing. */
export type GivenAndFamily = { readonly given: string | null; readonly family: string | null }

/** What a person can be called by. */
export type Nameable = {
  readonly name: GivenAndFamily | null
  readonly isUnborn: boolean
  readonly isChild: boolean | null
  readonly expectedDeliveryOn: Temporal.PlainDate | null
  readonly laChildId: string | null
  readonly age: string
}

/**
 * What to call a person on a page. Those without a recorded name (every child of a census file) are called by their
 * number and age: "Child 12345, 7 years", "Unborn child, due 4 May 2026".
 */
export function displayName(person: Nameable): string {
  const full = fullName(person.name)
  if (full !== '') return full
  if (person.isUnborn) {
    const due = person.expectedDeliveryOn
    return due ? `Unborn child, due ${formatDate(due)}` : 'Unborn child'
  }
  const word = person.isChild === true ? 'Child' : 'Person'
  const number = person.laChildId ? ` ${person.laChildId}` : ''
  return `${word}${number}, ${person.age}`
}

/** Given then family name, empty when neither is recorded. */
export function fullName(name: GivenAndFamily | null): string {
  return [name?.given, name?.family].filter(part => part).join(' ')
}
