import { type Draft, draftAttributes, draftFields, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  draftStatus,
  errorsAbove,
  type Html,
  html,
  input,
  nothing,
  radios,
  textarea,
} from '#ui'
import { ROWS } from './changeRows.ts'
import { TRAP } from './parseContact.ts'
import { peopleHtml } from './peopleHtml.ts'
import { typed } from './personFields.ts'
import { arrivalHtml, type ReferrerView, referrerHtml } from './referrerHtml.ts'

/** Everything that the form shows. */
export type ContactFormView = ReferrerView & {
  readonly action: string
  readonly keys: FormKeys
  /** Above the form: what it is for, a draft that is offered. */
  readonly intro: Html
  /** Forms of people who sign in are kept as they are typed; null for the public one. */
  readonly draft: { readonly key: typeof CONTACT_DRAFT; readonly opened: Draft | null } | null
}

/** The one draft of a contact that somebody is writing down. */
export const CONTACT_DRAFT = { form: 'contact', recordKey: 'new' } as const

/** One page: danger first, then what worries, about whom, from whom, and what can wait. */
export function contactFormHtml(view: ContactFormView): Html {
  const { draft, kind } = view
  return html`${errorsAbove(view.errors)}
${view.intro}
<form method="post" action="${view.action}" novalidate${draft ? draftAttributes(draft.key) : nothing}>
  ${formFields(view.keys)}
  ${draft ? draftFields({ ...draft.key, page: view.action, draft: draft.opened }) : nothing}
  <button type="submit" hidden></button>
  ${kind === 'worker' ? arrivalHtml(view) : nothing}
  ${dangerHtml(view)}
  ${story(view, 'worries', kind === 'worker' ? 'What worries them?' : 'What are you worried about?', 8, 'What happened or was seen, when, and who said so')}
  ${peopleHtml(view.sent, view.errors, kind !== 'public')}
  ${addressHtml(view)}
  ${referrerHtml(view)}
  ${moreHtml(view)}
  ${trapHtml(view)}
  <div class="govuk-button-group">
    ${button({ text: kind === 'worker' ? 'Save contact' : 'Send', preventDoubleClick: true })}
    ${draft ? button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' }) : nothing}
  </div>
  ${draft ? draftStatus(draft.opened?.savedAt) : nothing}
</form>`
}

function dangerHtml({ sent, errors }: ContactFormView): Html {
  const what = textarea({
    name: 'danger',
    rows: 3,
    label: { text: 'What is the danger, and where is the child now?' },
    value: typed(sent, 'danger'),
    errorMessage: errors.of('danger'),
  })
  return checkboxes({
    name: 'danger_now',
    items: [{ value: 'yes', text: 'Somebody is in danger now', conditional: { html: what } }],
    values: [typed(sent, 'danger_now')],
  })
}

function story(
  { sent, errors }: ContactFormView,
  name: string,
  label: string,
  rows: number,
  hint?: string,
): Html {
  return textarea({
    name,
    rows,
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint ? { hint: { text: hint } } : {}),
    value: typed(sent, name),
    errorMessage: errors.of(name),
  })
}

function addressHtml({ sent, errors }: ContactFormView): Html {
  return html`${textarea({
    name: 'address_lines',
    rows: 2,
    label: { text: 'Where do they live?', classes: 'govuk-label--s' },
    value: typed(sent, 'address_lines'),
    errorMessage: errors.of('address_lines'),
  })}
${input({
  name: 'address_postcode',
  label: { text: 'Postcode' },
  classes: 'govuk-input--width-10',
  value: typed(sent, 'address_postcode'),
  errorMessage: errors.of('address_postcode'),
  autocomplete: 'off',
})}`
}

function moreHtml(view: ContactFormView): Html {
  const { sent } = view
  return html`<h2 class="govuk-heading-m">What else may help</h2>
${story(view, 'strengths', 'What is going well?', 3)}
${story(view, 'wanted', 'What would help the family?', 3)}
${radios({
  name: 'family_knows',
  fieldset: {
    legend: { text: 'Does the family know about this contact?', classes: 'govuk-fieldset__legend--s' },
  },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
  value: typed(sent, 'family_knows'),
})}
${story(view, 'family_knows_not_because', 'If not, why not?', 2)}
${story(view, 'communication', 'How can we reach the family safely? Language, interpreter, times', 2)}`
}

/** Nobody sees this box; whoever fills it in is asked to empty it. */
function trapHtml({ kind, errors, sent }: ContactFormView): Html {
  if (kind !== 'public') return nothing
  const box = input({
    name: TRAP,
    label: { text: 'Leave this box empty' },
    value: errors.of(TRAP) ? typed(sent, TRAP) : '',
    errorMessage: errors.of(TRAP),
    autocomplete: 'off',
  })
  return errors.of(TRAP) ? box : html`<div hidden>${box}</div>`
}

/** Whether a button that only adds or removes a row sent the form. */
export const isRowsPressed = (sent: ContactFormView['sent']): boolean => typed(sent, ROWS) !== ''
