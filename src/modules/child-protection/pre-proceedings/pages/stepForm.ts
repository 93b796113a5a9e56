import { childForm, codesOf, dayValues, oneOf, textField, typedOf } from '#modules/casework'
import { dateFields, dateFieldsFrom, html, select } from '#ui'
import { settleCases } from '../commands/settleCases.ts'
import type { PreProceedings, Step } from '../rules/preProceedings.ts'
import { outcomeCodes, stepWords } from '../rules/words.ts'
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

type Stepped = {
  readonly step: Step
  readonly on: Temporal.PlainDate
  readonly reasons: string
  readonly outcome: string | null
  readonly cases: readonly PreProceedings[]
}

/** How they end: step down, or issue. Each child has a decision; those ticked get the same. */
export const stepRoutes = childForm<CaseParams, OpenCase, Stepped>({
  url: '/people/:personId/pre-proceedings/:caseId/step',
  params: caseParams,
  name: 'pre-proceedings-step',
  alsoNamed: opened => namedIn(opened),
  title: 'Decide how pre-proceedings end',
  heading: () => 'Decide how pre-proceedings end',
  summary: {
    show: 'The form for the decision to step down or to issue',
    send: 'Records the decision to step down or to issue',
  },
  submit: 'Save the decision',
  path: params => casePath(params, '/step'),
  cancel: placeOf,
  read: openCase,
  fresh: (opened, work) => ({
    version: opened.mark,
    ...childrenValues(opened),
    ...dayValues('step', opened.own.stepOn ?? work.today),
    decision: opened.own.step ?? '',
    reasons: opened.own.stepReasons ?? '',
    outcome: opened.own.outcome ?? '',
  }),
  fields: (
    opened,
    values,
    errors,
  ) => html`${oneOf('decision', 'What is decided?', stepWords, { values, errors })}
${dateFields({ name: 'step', legend: 'Day of the decision', value: dateFieldsFrom(values, 'step'), error: errors.of('step') })}
${textField('reasons', 'Why', { values, errors }, 'What changed for the child and what did not', 5)}
${select({
  name: 'outcome',
  label: { text: 'Outcome for the census (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Code set CS131, item N00833: its words stand in the guide to the census of your year' },
  items: [{ value: '', text: 'Not given yet' }, ...outcomeCodes.map(code => ({ value: code, text: code }))],
  value: typedOf(values, 'outcome'),
  errorMessage: errors.of('outcome'),
})}
${childrenField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const step = fields.choice('decision', codesOf(stepWords), 'Select what is decided')
    const around = { from: opened.own.startedOn, today: work.today }
    const words = { label: 'Day of the decision', needed: 'Enter the day of the decision' }
    const on = dayWithin(fields, 'step', words, around)
    const reasons = fields.text('reasons', 10_000, 'Enter why it is decided')
    const outcome = outcomeCodes.find(code => code === fields.typed('outcome')) ?? null
    const cases = chosenCases(fields, opened)
    return step === null || on === null || reasons === null ? null : { step, on, reasons, outcome, cases }
  },
  save: async ({ step, on, reasons, outcome, cases }, { mark }, { work, params, sent }) => {
    if (sent['version'] !== mark) return { outcome: 'stale' }
    await settleCases(work, cases, {
      step,
      step_decision_on: on,
      step_reasons: reasons,
      step_by: work.actor.id,
      outcome,
    })
    return { outcome: 'saved', location: placeOf(params), success: 'The decision is recorded' }
  },
  order: ['decision', 'step', 'reasons', 'outcome', 'children'],
  targets: { step: 'step-day' },
  labels: { decision: 'Decision', reasons: 'Why', outcome: 'Outcome for the census' },
})
