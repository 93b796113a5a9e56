import { formatDate } from '#ui'

const texts = [
  'given',
  'family',
  'value',
  'lines',
  'description',
  'title',
  'what',
  'outcome',
  'own_words',
  'body',
  'professional_name',
  'role',
  'kind',
  'code',
  'definition_id',
]
const dates = [
  'happened_on',
  'happened_at',
  'received_on',
  'started_on',
  'held_on',
  'noted_on',
  'due_on',
  'requested_at',
  'asked_at',
]

/** @returns a row of any table in some words, so that somebody recognises it: its first text and its first date */
export function describeRow(row: Readonly<Record<string, unknown>>): string {
  const said = texts.flatMap(key => (typeof row[key] === 'string' && row[key] !== '' ? [row[key]] : []))
  const name = typeof row['given'] === 'string' && typeof row['family'] === 'string'
  const text = name ? said.slice(0, 2).join(' ') : (said[0] ?? '')
  const day = dates.flatMap(key => (typeof row[key] === 'string' ? [row[key].slice(0, 10)] : []))[0]
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text.replaceAll('_', ' ')
  return [short, day ? formatDate(Temporal.PlainDate.from(day)) : ''].filter(part => part !== '').join(', ')
}
