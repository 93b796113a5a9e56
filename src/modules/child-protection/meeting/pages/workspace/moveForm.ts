import {
  codesOf,
  type Fields,
  type FormValues,
  lineField,
  momentFields,
  momentValues,
  oneOf,
} from '#modules/casework'
import { type FieldErrors, type Html, html } from '#ui'
import type { Meeting, MeetingHow } from '../../rules/meeting.ts'
import { parseAnyMoment } from '../form/coming.ts'
import { howWords } from '../words.ts'

/** When and where, as a form asks it. */
export type WhenAndWhere = {
  readonly plannedAt: Temporal.Instant
  readonly minutes: number
  readonly how: MeetingHow
  readonly place: string | null
}

export const whenOrder = ['planned', 'planned-time', 'minutes', 'how', 'place'] as const
export const whenTargets = { planned: 'planned-day' } as const
export const whenLabels = {
  'planned-day': 'Day',
  'planned-month': 'Month',
  'planned-year': 'Year',
  'planned-time': 'Time',
  minutes: 'Minutes',
  how: 'How',
  place: 'Where',
} as const

/** When, for how long, how and where. */
export const whenFields = (values: FormValues, errors: FieldErrors): Html => {
  const of = { values, errors }
  return html`${momentFields('planned', { legend: 'When is it?' }, values, errors)}
${lineField('minutes', 'How many minutes?', of)}
${oneOf('how', 'How do people meet?', howWords, of)}
${lineField('place', 'Where, or the link to join', of)}`
}

/** The same, from a meeting as it stands. */
export const whenValues = ({ plannedAt, minutes, how, place }: WhenAndWhere | Meeting): FormValues => ({
  ...momentValues('planned', plannedAt),
  minutes: `${minutes}`,
  how,
  place: place ?? '',
})

/** Reads it; null with the problems noted. */
export function parseWhen(fields: Fields): WhenAndWhere | null {
  const plannedAt = parseAnyMoment(fields, 'planned', 'When it is', 'Enter the day of the meeting')
  const typed = fields.typed('minutes').trim()
  const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
  if (!(minutes >= 5 && minutes <= 600))
    fields.problem('minutes', 'Enter how many minutes it takes, from 5 to 600')
  const how = fields.choice('how', codesOf(howWords) as readonly MeetingHow[], 'Select how people meet')
  const place = fields.text('place', 300)
  if (fields.issues.length > 0 || plannedAt === null || how === null) return null
  return { plannedAt, minutes, how, place }
}
