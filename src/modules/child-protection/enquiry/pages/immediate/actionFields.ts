import {
  type Fields,
  type FormValues,
  lineField,
  momentFields,
  oneOfMany,
  parseMoment,
  textField,
} from '#modules/casework'
import { type FieldErrors, type Html, html } from '#ui'
import type { ActionWanted } from '../../commands/enquiryRows.ts'
import { codesIn, powerWords } from '../../rules/enquiryWords.ts'

export const actionOrder = ['done', 'doneBy', 'acted', 'acted-time', 'power', 'powerRemark'] as const

/** What was done at once, by whom, when and by what right. */
export function actionFields(values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${textField('done', 'What was done at once to keep the child safe?', of)}
${lineField('doneBy', 'By whom', of, 'Name and role or agency')}
${momentFields('acted', { legend: 'When was it done?' }, values, errors)}
${oneOfMany('power', 'By what right', powerWords, of)}
${lineField('powerRemark', 'Until when it lasts, who agreed (optional)', of)}`
}

/** Reads it; null with the problems noted. */
export function parseAction(fields: Fields, now: Temporal.Instant): ActionWanted | null {
  const done = fields.text('done', 10_000, 'Enter what was done')
  const doneBy = fields.text('doneBy', 200, 'Enter who did it')
  const doneAt = parseMoment(
    fields,
    'acted',
    { label: 'When it was done', needed: 'Enter the day on which it was done' },
    now,
  )
  const power = fields.choice('power', codesIn(powerWords), 'Select by what right')
  const powerRemark = fields.text('powerRemark', 500)
  if (fields.issues.length > 0 || done === null || doneBy === null || doneAt === null || power === null)
    return null
  return { done, doneBy, doneAt, power, powerRemark }
}
