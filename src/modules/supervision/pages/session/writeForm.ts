import { Fields, type FormValues, type LongForm, longFormHtml, ticksOf, typedOf } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { versionField } from '#platform/http'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  select,
  textarea,
} from '#ui'
import { kindWords, sessionKinds } from '../common.ts'
import { caseHalf } from './caseHalf.ts'
import { NEW_ACTIONS, type WriteView } from './writeView.ts'

/** A session on one screen: practice, case, what was to be done and what is to be done. */
export function writePage(view: WriteView): Html {
  const { session, form } = view
  return html`${errorsAbove(form.errors)}${view.differences ? draftConflict({ between: 'record', differences: view.differences }) : nothing}
  <h1 class="govuk-heading-l">Supervision of ${session.superviseeName}</h1>
  ${longFormHtml(form, {
    keys: view.keys,
    now: view.now,
    fields: html`${versionField(view.opened)}${head(form)}${practiceHalf(view)}${caseHalf(view)}${actionPart(view)}${end(form)}`,
    submit: 'Save the session',
    cancel: `/supervision/sessions/${session.id}`,
  })}`
}

const dates = ({ values, errors }: LongForm, name: string, legend: string): Html =>
  dateFields({ name, legend, value: dateFieldsFrom(values, name), error: errors.of(name) })

function area({ values, errors }: LongForm, name: string, label: string, hint?: string): Html {
  return textarea({
    name,
    rows: 3,
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })
}

function head(form: LongForm): Html {
  return html`${dates(form, 'held', 'Day of the session')}
  ${select({
    name: 'kind',
    label: { text: 'Kind' },
    items: sessionKinds.map(value => ({ value, text: kindWords[value] })),
    value: typedOf(form.values, 'kind'),
    errorMessage: form.errors.of('kind'),
  })}`
}

function practiceHalf({ form, prompts, session }: WriteView): Html {
  return html`<h2 class="govuk-heading-m" id="practice">Practice</h2>
  ${insetText({ text: `The development of ${session.superviseeName}’s practice. It never goes to a child’s record. Write of no child by name here.` })}
  ${area(form, 'learning', 'What was learned since last time')}
  ${area(form, 'skills', 'Skills to build, and how')}
  ${area(form, 'strengths', 'Strengths seen')}
  ${prompts.map((prompt, at) => area(form, `reflection_${at}`, prompt))}
  <p class="govuk-body">How somebody is at work is theirs to say: <a class="govuk-link" href="/supervision/wellbeing">a wellbeing check</a> is read by its writer, and by a manager only where they share it.</p>`
}

function actionPart({ form, actions }: WriteView): Html {
  const owners = [
    { value: 'supervisee', text: 'The supervisee' },
    { value: 'supervisor', text: 'The supervisor' },
  ]
  const rows = Array.from({ length: NEW_ACTIONS }, (_, at) => at)
  return html`<h2 class="govuk-heading-m">What is to be done</h2>
  ${
    actions.length === 0
      ? nothing
      : checkboxes({
          name: 'done',
          classes: 'govuk-checkboxes--small',
          fieldset: {
            legend: { text: 'From before: tick what is done', classes: 'govuk-fieldset__legend--s' },
          },
          items: actions.map(action => ({
            value: action.id,
            text: `${action.what} (${action.owner}${action.dueOn === null ? '' : `, by ${formatDate(action.dueOn)}`})`,
          })),
          values: [...ticksOf(form.values, 'done')],
        })
  }
  ${rows.map(
    at => html`${area(form, `what_${at}`, `New action ${at + 1} (optional)`)}
    ${select({ name: `owner_${at}`, label: { text: `Who does action ${at + 1}?` }, items: owners, value: typedOf(form.values, `owner_${at}`) })}
    ${dates(form, `due_${at}`, `By when, action ${at + 1}? (optional)`)}`,
  )}`
}

function end(form: LongForm): Html {
  return html`${dates(form, 'next', 'Next session (optional)')}
  ${checkboxes({
    name: 'complete',
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'The session is complete and I agree what is written',
        hint: { text: 'Both halves are needed. After that it stands, and corrections are set beside it' },
      },
    ],
    values: new Fields(form.values as FormValues).isTicked('complete', 'yes') ? ['yes'] : [],
    errorMessage: form.errors.of('complete'),
  })}`
}
