import {
  codesOf,
  type Fields,
  type FormValues,
  lineField,
  momentFields,
  momentValues,
  oneOf,
  parseMoment,
  textField,
} from '#modules/casework'
import { type FieldErrors, type Html, html } from '#ui'
import type { Return } from '../rules/episode.ts'
import { foundHow, returnedTo } from '../rules/words.ts'

/** Fields of a return in the order of the page. */
export const returnOrder = ['found', 'found-time', 'how', 'where', 'to', 'remark'] as const
export const returnTargets = { found: 'found-day' }
export const returnLabels = {
  how: 'How found',
  where: 'Where found',
  to: 'Returned to',
  remark: 'How the child was',
} as const

/** What is asked when a child is back. */
export function returnFields(values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${momentFields('found', { legend: 'Back or found on' }, values, errors)}
${oneOf('how', 'How?', foundHow, of)}
${lineField('where', 'Where was the child found, or where had they been?', of, 'Enter “not known” if nobody knows')}
${oneOf('to', 'Where did the child return to?', returnedTo, of)}
${textField('remark', 'How was the child? (optional)', of, 'Hurt, hungry, frightened, with things they did not have before')}`
}

const LONGEST_LINE = 200
const LONGEST_TEXT = 10_000

/** Whether anything of a return was typed. */
export const isReturnTyped = (fields: Fields): boolean =>
  ['found-day', 'found-month', 'found-year', 'found-time', 'how', 'where', 'to', 'remark'].some(
    name => fields.typed(name).trim() !== '',
  )

/** How the child came back; null with the problems noted. */
export function parseReturn(
  fields: Fields,
  startedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Return | null {
  const at = parseMoment(
    fields,
    'found',
    { label: 'Back or found', needed: 'Enter the day the child was back or found' },
    now,
  )
  const how = fields.choice('how', codesOf(foundHow), 'Select how the child came back')
  const where = fields.text('where', LONGEST_LINE, 'Enter where the child had been, or “not known”')
  const to = fields.choice('to', codesOf(returnedTo), 'Select where the child returned to')
  const remark = fields.text('remark', LONGEST_TEXT)
  if (at && startedAt && Temporal.Instant.compare(at, startedAt) <= 0)
    fields.problem('found', 'Back or found must be after the child went')
  if (fields.issues.length > 0 || !at || !how || !where || !to) return null
  return { at, how, where, to, remark }
}

/** A return as the values of its fields. */
export const returnValues = (returned: Return | null): FormValues =>
  returned === null
    ? {}
    : {
        ...momentValues('found', returned.at),
        how: returned.how,
        where: returned.where,
        to: returned.to,
        remark: returned.remark ?? '',
      }
