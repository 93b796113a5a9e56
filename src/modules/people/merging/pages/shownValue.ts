import { codeLabel, isCode } from '#reference'
import { formatDate } from '#ui'
import type { ComparedSide } from '../queries/comparison.ts'
import type { PersonFact } from '../rules/personFacts.ts'

export const sexes: Readonly<Record<string, string>> = { M: 'Male', F: 'Female', U: 'Not known' }

/** @returns what one record says, for a reader */
export function shownValue(column: PersonFact, { details, facts }: ComparedSide): string {
  const value = facts[column]
  if (value === null) return 'Not recorded'
  if (column === 'sex') return sexes[value] ?? value
  if (column === 'ethnicity') return isCode('ethnicity', value) ? codeLabel('ethnicity', value) : value
  if (column === 'interpreter_needed') return value === 'true' ? 'Yes' : 'No'
  if (column.endsWith('_on') || column === 'date_of_birth') {
    const precision = column === 'date_of_birth' && details.summary.dateOfBirthPrecision !== 'day'
    return `${formatDate(Temporal.PlainDate.from(value))}${precision ? ' (not exact)' : ''}`
  }
  return value
}
