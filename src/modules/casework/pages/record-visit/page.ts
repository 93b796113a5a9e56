import { type Draft, draftAttributes, draftBanner, draftFields, SAVE_DRAFT } from '#platform/drafts'
import { formFields } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  draftStatus,
  errorsAbove,
  type Html,
  html,
  input,
  nothing,
  radios,
  select,
  textarea,
} from '#ui'
import { noteKinds, visitOutcomes, visitPurposes } from '../../rules/visit.ts'
import { kindWords, outcomeWords, purposeWords } from '../../rules/visitWords.ts'
import { childrenFields } from './childrenFields.ts'
import type { VisitFormView } from './visitFormView.ts'
import { textOf } from './visitValues.ts'

/** The one page on which a visit, call or note is recorded for every child it is about. */
export function visitFormPage(view: VisitFormView): Html {
  const path = formPath(view)
  return html`${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">${view.correctsId ? 'Correct a visit or note' : 'Record a visit or note'}</h1>
${view.offered ? offer(view, view.offered, path) : nothing}
<form method="post" action="${path}" novalidate${draftAttributes(view.draftKey)}>
  ${formFields(view.keys)}
  ${draftFields({ ...view.draftKey, page: path, draft: view.draft })}
  ${view.correctsId ? reasonField(view) : nothing}
  ${childrenFields(view)}
  ${momentFields(view)}
  ${kindFields(view)}
  ${narrativeField(view)}
  ${significanceFields(view)}
  ${nextVisitFields(view)}
  <div class="govuk-button-group">
    ${button({ text: view.correctsId ? 'Save the correction' : 'Save', preventDoubleClick: true })}
    ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    <a class="govuk-link" href="/people/${view.personId}">Cancel</a>
  </div>
  ${draftStatus(view.draft?.savedAt)}
</form>`
}

/** Address of the form; a correction's names the note it corrects. */
export function formPath({ personId, correctsId }: Pick<VisitFormView, 'personId' | 'correctsId'>): string {
  return `/people/${personId}/visits/new${correctsId ? `?corrects=${correctsId}` : ''}`
}

function offer({ keys, now }: VisitFormView, draft: Draft, path: string): Html {
  const continuePath = `${path}${path.includes('?') ? '&' : '?'}draft=open`
  return draftBanner(draft, { keys, now, continuePath, afterDiscard: path })
}

function reasonField({ values, errors }: VisitFormView): Html {
  return textarea({
    name: 'reason',
    rows: 2,
    label: { text: 'Why is the earlier note corrected?', classes: 'govuk-label--s' },
    hint: { text: 'Both notes stay on the record; the earlier one is shown struck through' },
    value: textOf(values, 'reason'),
    errorMessage: errors.of('reason'),
  })
}

function momentFields({ values, errors }: VisitFormView): Html {
  return html`${dateFields({
    name: 'on',
    legend: 'Date',
    value: dateFieldsFrom(values, 'on'),
    error: errors.of('on'),
  })}
${input({
  name: 'time',
  label: { text: 'Time', classes: 'govuk-label--s' },
  hint: { text: 'For example, 2:30pm or 14:30' },
  classes: 'govuk-input--width-5',
  value: textOf(values, 'time'),
  errorMessage: errors.of('time'),
})}`
}

function kindFields({ values, errors }: VisitFormView): Html {
  return html`${radios({
    name: 'kind',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'What are you recording?', classes: 'govuk-fieldset__legend--s' } },
    items: noteKinds.map(kind => ({ value: kind, text: kindWords[kind] })),
    value: textOf(values, 'kind'),
    errorMessage: errors.of('kind'),
  })}
${select({
  name: 'purpose',
  label: { text: 'Purpose of a visit', classes: 'govuk-label--s' },
  hint: { text: 'Which time limit it counts for' },
  items: [
    { value: '', text: 'Not a visit that the law asks for' },
    ...visitPurposes.map(purpose => ({ value: purpose, text: purposeWords[purpose] })),
  ],
  value: textOf(values, 'purpose'),
})}
${radios({
  name: 'outcome',
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: 'Did it take place?', classes: 'govuk-fieldset__legend--s' } },
  items: visitOutcomes.map(outcome => ({ value: outcome, text: outcomeWords[outcome] })),
  value: textOf(values, 'outcome'),
})}
${input({
  name: 'place',
  label: { text: 'Place', classes: 'govuk-label--s' },
  hint: { text: 'For example, at home, at school' },
  value: textOf(values, 'place'),
  errorMessage: errors.of('place'),
})}`
}

function narrativeField({ values, errors }: VisitFormView): Html {
  return textarea({
    name: 'body',
    rows: 10,
    label: { text: 'What happened', classes: 'govuk-label--m' },
    hint: { text: 'Written once for every child ticked. Write so that the child can read it one day' },
    value: textOf(values, 'body'),
    errorMessage: errors.of('body'),
  })
}

function significanceFields({ values, errors }: VisitFormView): Html {
  return html`${checkboxes({
    name: 'significant',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'This belongs in the short chronology' }],
    values: [textOf(values, 'significant')],
  })}
${input({
  name: 'impact',
  label: { text: 'If so, what does it mean for the children, in one line?', classes: 'govuk-label--s' },
  value: textOf(values, 'impact'),
  errorMessage: errors.of('impact'),
})}`
}

function nextVisitFields({ values, errors }: VisitFormView): Html {
  return dateFields({
    name: 'next',
    legend: 'Next visit (optional)',
    hint: 'Makes a task for you',
    value: dateFieldsFrom(values, 'next'),
    error: errors.of('next'),
  })
}
