import {
  type Fields,
  type FormValues,
  momentFields,
  parseMoment,
  severalOf,
  textField,
  ticksOf,
} from '#modules/casework'
import type { FieldErrors, Html } from '#ui'
import { html } from '#ui'
import type { DiscussionWanted } from '../../commands/enquiryRows.ts'
import { agencyWords, codesIn, missingFromQuorum } from '../../rules/enquiryWords.ts'

export const discussionOrder = ['held', 'held-time', 'tookPart', 'quorumException', 'decided'] as const

/** What is written down of a strategy discussion. */
export function discussionFields(values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${momentFields('held', { legend: 'When was the strategy discussion held?' }, values, errors)}
${severalOf('tookPart', 'Who took part?', agencyWords, of, 'Social care, police and health at the least')}
${textField('quorumException', 'If one of these three took no part, why was it held without them?', of, undefined, 2)}
${textField('decided', 'What was decided, and why', of, 'Whether there is an enquiry, how it is made, and what keeps the child safe now')}`
}

/** Reads it; null with the problems noted. */
export function parseDiscussion(
  fields: Fields,
  sent: FormValues,
  now: Temporal.Instant,
): DiscussionWanted | null {
  const heldAt = parseMoment(
    fields,
    'held',
    { label: 'When the discussion was held', needed: 'Enter the day of the strategy discussion' },
    now,
  )
  const ticked = new Set(ticksOf(sent, 'tookPart'))
  const tookPart = codesIn(agencyWords).filter(code => ticked.has(code))
  if (tookPart.length === 0) fields.problem('tookPart', 'Tick who took part')
  const missing = missingFromQuorum(tookPart)
  const needed = tookPart.length > 0 && missing.length > 0
  const quorumException = fields.text(
    'quorumException',
    1000,
    needed ? `Enter why it was held without: ${missing.join(', ').toLowerCase()}` : undefined,
  )
  const decided = fields.text('decided', 10_000, 'Enter what was decided, and why')
  if (fields.issues.length > 0 || heldAt === null || decided === null) return null
  return { heldAt, tookPart, quorumException: needed ? quorumException : null, decided }
}
