import { codeLabel, isCode } from '#reference'
import { formatDate, formatDateTime } from '#ui'
import type { MergeLine } from '../queries/mergeLines.ts'
import type { Merge } from '../queries/merges.ts'
import { personFacts } from '../rules/personFacts.ts'
import { sexes } from './shownValue.ts'

/** Columns that a merge changes beside those that name a person. */
const columns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(personFacts),
  date_of_birth_precision: 'How exact the date of birth is',
  is_unborn: 'Not born yet',
  mother_id: 'Mother',
  is_main: 'Main name',
  ended_on: 'Ended on',
  closed_on: 'Closed on',
  closure_reason: 'Reason for closing',
  outcome: 'Outcome',
  decided_at: 'Decided',
  decided_by: 'Decided by',
  reason: 'Reason',
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What became of one column, in words. */
export function changeWords(
  merge: Pick<Merge, 'mergedId' | 'survivorId'>,
  { column, before }: Pick<MergeLine, 'column' | 'before'>,
  origin: string,
): string {
  if (before === merge.mergedId || column === 'person_ids') return `Recorded of ${origin}`
  if (before === merge.survivorId) return 'Stays with the merged record'
  if (column === 'referral_id')
    return 'Goes on under the referral that stays open: it was under the one that closed'
  const words = columns[column] ?? column.replaceAll('_', ' ')
  return `${words}: was ${valueWords(column, before)}`
}

/** A value as a reader knows it. An id says nothing to anybody. */
function valueWords(column: string, value: unknown): string {
  if (value === null || value === undefined) return 'not recorded'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (UUID.test(text)) return column === 'decided_by' ? 'a worker' : 'another record'
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(Temporal.PlainDate.from(text))
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return formatDateTime(Temporal.Instant.from(text))
  if (column === 'sex') return sexes[text] ?? text
  if (column === 'ethnicity' && isCode('ethnicity', text)) return codeLabel('ethnicity', text)
  if (column === 'closure_reason' && isCode('closureReason', text)) return codeLabel('closureReason', text)
  return text.replaceAll('_', ' ')
}
