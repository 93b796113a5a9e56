import { type FieldErrors, type FormIssue, fieldErrors } from '#ui'
import { mostNamed } from '../../rules/contactWanted.ts'
import { personFields } from './personFields.ts'

const rows = Array.from({ length: mostNamed }, (_, row) => personFields(row))
const order = [
  'channel',
  'received',
  'received_time',
  'danger',
  'worries',
  ...rows.flatMap(row => Object.values(row)),
  'address_lines',
  'address_postcode',
]
const days = Object.fromEntries(
  ['received', ...rows.flatMap(({ born, expected }) => [born, expected])].map(name => [name, `${name}-day`]),
)

/** The form's errors in the order of its page. */
export const formErrors = (issues: readonly FormIssue[]): FieldErrors => fieldErrors(issues, order, days)
