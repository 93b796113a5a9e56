import { childForm, dayValues, textField, typedOf } from '#modules/casework'
import { dateFields, dateFieldsFrom, html, input } from '#ui'
import { recordParts } from '../commands/recordParts.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import {
  type CaseParams,
  caseParams,
  casePath,
  childrenField,
  childrenValues,
  chosenCases,
  dayWithin,
  namedIn,
  type OpenCase,
  openCase,
  placeOf,
} from './openCase.ts'

const MOST_WEEKS = 26
type Extended = {
  readonly weeks: number
  readonly on: Temporal.PlainDate
  readonly reasons: string
  readonly cases: readonly PreProceedings[]
}

/** More time than 16 weeks, with the reason. One that is decided after they have passed is kept and moves no clock. */
export const extensionRoutes = childForm<CaseParams, OpenCase, Extended>({
  url: '/people/:personId/pre-proceedings/:caseId/extension',
  params: caseParams,
  name: 'pre-proceedings-extension',
  alsoNamed: opened => namedIn(opened),
  title: 'Extend pre-proceedings',
  heading: () => 'Extend pre-proceedings',
  summary: { show: 'The form to extend pre-proceedings', send: 'Extends pre-proceedings' },
  submit: 'Extend',
  path: params => casePath(params, '/extension'),
  cancel: placeOf,
  read: openCase,
  fresh: (opened, work) => ({ ...childrenValues(opened), ...dayValues('decided', work.today) }),
  fields: (opened, values, errors) => html`${input({
    name: 'weeks',
    label: { text: 'By how many weeks?', classes: 'govuk-label--s' },
    hint: { text: 'Whole weeks, added to the 16 and to what was extended before' },
    classes: 'govuk-input--width-3',
    inputmode: 'numeric',
    value: typedOf(values, 'weeks'),
    errorMessage: errors.of('weeks'),
  })}
${dateFields({ name: 'decided', legend: 'Day of the decision', value: dateFieldsFrom(values, 'decided'), error: errors.of('decided') })}
${textField('reasons', 'Why more time is right for the child', { values, errors }, undefined, 4)}
${childrenField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const typed = fields.typed('weeks').trim()
    const weeks = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
    if (weeks < 1 || weeks > MOST_WEEKS)
      fields.problem('weeks', `Enter a whole number of weeks between 1 and ${MOST_WEEKS}`)
    const around = { from: opened.own.startedOn, today: work.today }
    const words = { label: 'Day of the decision', needed: 'Enter the day of the decision' }
    const on = dayWithin(fields, 'decided', words, around)
    const reasons = fields.text('reasons', 10_000, 'Enter why more time is right for the child')
    const cases = chosenCases(fields, opened)
    if (on !== null && cases.some(({ extensions }) => extensions.some(one => one.decidedOn.equals(on))))
      fields.problem('decided', 'An extension that was decided on this day is recorded already')
    return on === null || reasons === null ? null : { weeks, on, reasons, cases }
  },
  save: async ({ weeks, on, reasons, cases }, _opened, { work, params }) => {
    await recordParts(work, 'pre_proceedings_extension', cases, { weeks, decided_on: on, reasons })
    return { outcome: 'saved', location: placeOf(params), success: 'Pre-proceedings are extended' }
  },
  order: ['weeks', 'decided', 'reasons', 'children'],
  targets: { decided: 'decided-day' },
})
