import {
  type Draft,
  type DraftDifference,
  draftAttributes,
  draftBanner,
  draftConflict,
  draftFields,
  draftPath,
  SAVE_DRAFT,
} from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import { button, draftStatus, errorsAbove, type Html, html, nothing } from '#ui'
import { type FormValues, textOf, textsOf } from './formValues.ts'
import type { FormState, OpenedForm } from './openedForm.ts'

/** Everything that a form with a draft shows. */
export type DraftedPage = {
  readonly opened: OpenedForm
  readonly form: string
  readonly state: FormState
  readonly keys: FormKeys
  /** The draft that the values come from, when they do; one that is there but not open. */
  readonly draft: Draft | null
  readonly offered: Draft | null
  readonly conflict?: readonly DraftDifference[]
  readonly now: Temporal.Instant
}

/** A form of an assessment, saving itself as one types. */
export function draftedPage(view: DraftedPage): Html {
  const { opened, form, state, keys, draft } = view
  const key = { form, recordKey: opened.recordKey }
  return html`${errorsAbove(state.errors)}
<h1 class="govuk-heading-l">${opened.title}</h1>
${view.offered ? offer(view, view.offered) : nothing}
${view.conflict ? draftConflict({ between: 'record', differences: view.conflict }) : nothing}
<form method="post" action="${opened.path}" novalidate${draftAttributes(key)}>
  ${formFields(keys)}
  ${draftFields({ ...key, page: opened.path, draft })}
  ${versionFields(state.values)}
  ${opened.content(state)}
  <div class="govuk-button-group">
    ${button({ text: opened.saveWords ?? 'Save', preventDoubleClick: true })}
    ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    <a class="govuk-link" href="${opened.back}">Cancel</a>
  </div>
  ${draftStatus(draft?.savedAt)}
</form>`
}

/** Versions of the rows that the form was opened with: the draft keeps them too. */
const versionFields = (values: FormValues): Html =>
  html`${Object.keys(values)
    .filter(name => name === 'version' || name.startsWith('version-'))
    .map(name => html`<input type="hidden" name="${name}" value="${textOf(values, name)}">`)}`

function offer({ opened, keys, now }: DraftedPage, draft: Draft): Html {
  const continuePath = `${opened.path}${opened.path.includes('?') ? '&' : '?'}draft=open`
  return draftBanner(draft, { keys, now, continuePath, afterDiscard: opened.path })
}

/** What had been typed when the assessment was closed meanwhile: kept, shown, and no longer saved into the record. */
export function closedForm(view: {
  readonly opened: OpenedForm
  readonly typed: FormValues
  readonly form: string
  readonly keys: FormKeys
}): Html {
  const { opened, typed, form, keys } = view
  const texts = Object.entries(opened.labels).flatMap(([name, label]) => {
    const text = textsOf(typed, name).join(', ')
    return text.trim() === '' ? [] : [{ label, text }]
  })
  return html`<h1 class="govuk-heading-l">${opened.title}</h1>
<div class="govuk-inset-text">
  <p class="govuk-body">This assessment has been closed, so it no longer changes. What you typed was not saved into it. It is kept here as your draft, for 30 days: nobody else sees it.</p>
  <p class="govuk-body">If it matters now, record it as a note, or start a new assessment.</p>
</div>
${texts.map(
  ({ label, text }) =>
    html`<h2 class="govuk-heading-s">${label}</h2><p class="govuk-body kith-typed">${text}</p>`,
)}
<form method="post" action="${draftPath(form, opened.recordKey)}/discard">
  ${formFields(keys)}
  <input type="hidden" name="return" value="${opened.back}">
  ${button({ text: 'Discard what I typed', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="${opened.back}">Read the assessment</a></p>`
}
