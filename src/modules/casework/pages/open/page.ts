import { type OpeningKind, openingReasons } from '#modules/access'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  radios,
  textarea,
  warningText,
} from '#ui'
import type { Fields } from '../frame/fields.ts'

type FormView = { readonly fields: Fields; readonly errors: FieldErrors; readonly keys: FormKeys }

const howLong: Readonly<Record<OpeningKind, string>> = {
  break_glass: 'The record opens for 60 minutes.',
  duty: 'The record opens until your shift ends.',
  director: 'The record opens for 60 minutes, to read only.',
}

/** Opening a record that is not one's own work. Says nothing of whose it is. */
export function openPage(view: FormView & { readonly personId: Uuid; readonly kind: OpeningKind }): Html {
  const { fields, errors } = view
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Open a record with a reason</h1>
<p class="govuk-body">This record is not part of your work. ${howLong[view.kind]}</p>
${warningText({ text: 'The managers who answer for this case are told at once, and what you read is kept.', iconFallbackText: 'Warning' })}
<form method="post" action="/people/${view.personId}/open" novalidate data-keep-on-failure>
  ${formFields(view.keys)}
  ${radios({
    name: 'code',
    fieldset: { legend: { text: 'Why do you need it?', classes: 'govuk-fieldset__legend--s' } },
    items: Object.entries(openingReasons).map(([value, text]) => ({ value, text })),
    value: fields.typed('code'),
    errorMessage: errors.of('code'),
  })}
  ${reasonField(view)}
  ${button({ text: 'Open the record', preventDoubleClick: true })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/people/${view.personId}/know">I know this person outside work</a></p>
<p class="govuk-body"><a class="govuk-link" href="/open-with-reference">I have been given a reference</a></p>`
}

/** Opening a restricted record with a reference that someone of its named list has given. */
export function referencePage(view: FormView): Html {
  const { fields, errors } = view
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Open a record with a reference</h1>
<p class="govuk-body">A reference is given to you alone, works once and ends after 24 hours.</p>
<form method="post" action="/open-with-reference" novalidate data-keep-on-failure>
  ${formFields(view.keys)}
  ${input({
    name: 'token',
    label: { text: 'Reference', classes: 'govuk-label--s' },
    autocomplete: 'off',
    spellcheck: false,
    value: fields.typed('token'),
    errorMessage: errors.of('token'),
  })}
  ${reasonField(view)}
  ${button({ text: 'Open the record', preventDoubleClick: true })}
</form>`
}

function reasonField({ fields, errors }: FormView): Html {
  return textarea({
    name: 'reason',
    rows: 3,
    label: { text: 'Your reason, in your own words', classes: 'govuk-label--s' },
    hint: { text: 'At least 10 characters' },
    value: fields.typed('reason'),
    errorMessage: errors.of('reason'),
  })
}
