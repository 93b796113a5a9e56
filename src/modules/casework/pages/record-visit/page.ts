import { type Draft, draftAttributes, draftBanner, draftFields, SAVE_DRAFT } from '#platform/drafts'
import { formFields } from '#platform/http'
import {
  button,
  dateFields,
  dateFieldsFrom,
  draftStatus,
  errorsAbove,
  type Html,
  html,
  input,
  nothing,
  textarea,
} from '#ui'
import { childrenFields } from './childrenFields.ts'
import { afterwardsFields, kindFields } from './moreFields.ts'
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
  ${momentFields(view)}
  ${childrenFields(view)}
  ${narrativeField(view)}
  ${kindFields(view)}
  ${afterwardsFields(view)}
  <div class="govuk-button-group">
    ${button({ text: view.correctsId ? 'Save the correction' : 'Save', preventDoubleClick: true })}
    ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    <a class="govuk-link" href="/people/${view.personId}">Cancel</a>
  </div>
  ${draftStatus(view.draft?.savedAt)}
</form>`
}

/** Address of the form; a correction's names the note it corrects, a work list's the siblings it is about as well. */
export function formPath(form: Pick<VisitFormView, 'personId' | 'correctsId' | 'alsoIds'>): string {
  const query = [
    ...(form.correctsId ? [`corrects=${form.correctsId}`] : []),
    ...(form.alsoIds.length > 0 ? [`also=${form.alsoIds.join(',')}`] : []),
  ].join('&')
  return `/people/${form.personId}/visits/new${query ? `?${query}` : ''}`
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
