import { codesOf, dayValues, type Fields, type FormValues, oneOf, oneOfMany } from '#modules/casework'
import { dateFields, dateFieldsFrom, type FieldErrors, type FormIssue, type Html, html } from '#ui'
import type { Ended, Period, PeriodSaid, Wrong } from '../rules/period.ts'
import { endReasons, legalStatuses } from '../rules/words.ts'

/** Fields of a period in the order of the page. */
export const startOrder = ['started', 'under'] as const
export const endOrder = ['ended', 'why'] as const
export const periodTargets = { started: 'started-day', ended: 'ended-day' }
export const periodLabels = { under: 'Legal status', why: 'Why it ended' } as const

/** From when on and under what. */
export function startFields(values: FormValues, errors: FieldErrors): Html {
  return html`${dateFields({
    name: 'started',
    legend: 'Looked after from',
    hint: 'The day on which the child came into care, not the day of the paper',
    value: dateFieldsFrom(values, 'started'),
    error: errors.of('started'),
  })}
${oneOf('under', 'Legal status on that day', legalStatuses, { values, errors }, 'Sections are of the Children Act 1989 where nothing else is said')}`
}

/** Until when and why. */
export function endFields(values: FormValues, errors: FieldErrors, hint: string): Html {
  return html`${dateFields({
    name: 'ended',
    legend: 'Looked after until',
    hint,
    value: dateFieldsFrom(values, 'ended'),
    error: errors.of('ended'),
  })}
${oneOfMany('why', 'Why did it end?', endReasons, { values, errors })}`
}

/** @returns null with the problems noted */
export function parseStart(fields: Fields): Omit<PeriodSaid, 'ended'> | null {
  const startedOn = fields.date(
    'started',
    'Looked after from',
    'Enter the day from which the child is looked after',
  )
  const beganUnder = fields.choice('under', codesOf(legalStatuses), 'Select the legal status on that day')
  return startedOn && beganUnder ? { startedOn, beganUnder } : null
}

/** @returns null with the problems noted */
export function parseEnd(fields: Fields): Ended | null {
  const on = fields.date('ended', 'Looked after until', 'Enter the day on which it ended')
  const why = fields.choice('why', codesOf(endReasons), 'Select why it ended')
  return on && why ? { on, why } : null
}

/** Whether anything of an end was typed. */
export const isEndTyped = (fields: Fields): boolean =>
  ['ended-day', 'ended-month', 'ended-year', 'why'].some(name => fields.typed(name).trim() !== '')

/** Notes what cannot be, beside the field that is wrong. */
export function noteWrong(fields: Fields, wrong: readonly Wrong[]): void {
  for (const { field, message } of wrong) fields.problem(field, message)
}

/** A period as the values of its fields. */
export const periodValues = ({ startedOn, beganUnder, ended, version }: Period): FormValues => ({
  ...dayValues('started', startedOn),
  under: beganUnder,
  ...(ended === null ? {} : { ...dayValues('ended', ended.on), why: ended.why }),
  version: `${version}`,
})

/** That another period has a night of the same time. */
export const overlapIssue = (field: 'started' | 'ended', message: string): readonly FormIssue[] => [
  { path: [field], message },
]
