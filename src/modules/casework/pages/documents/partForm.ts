import { formFields } from '#platform/http'
import { button, checkboxes, details, type Html, html, input, select } from '#ui'
import { sourceKinds } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { type DocumentView, pathOf } from './documentView.ts'

/** The form that adds a part to a document. */
export function partForm(view: DocumentView): Html {
  const { errors, sent } = view
  const typed = new Fields(sent)
  return details({
    summaryText: 'Add a part',
    open: ['label', 'pages', 'source', 'source_name'].some(name => errors.of(name)),
    html: html`<form method="post" action="${pathOf(view)}/parts" novalidate data-keep-on-failure>
  ${formFields(view.keys)}
  ${input({ name: 'label', label: { text: 'What the part is' }, value: typed.typed('label'), errorMessage: errors.of('label') })}
  ${input({ name: 'pages', label: { text: 'Pages (optional)' }, classes: 'govuk-input--width-5', value: typed.typed('pages'), errorMessage: errors.of('pages') })}
  ${select({
    name: 'source',
    label: { text: 'Where it comes from' },
    items: [
      { value: '', text: 'Select one' },
      ...Object.entries(sourceKinds).map(([value, text]) => ({ value, text })),
    ],
    value: typed.typed('source'),
    errorMessage: errors.of('source'),
  })}
  ${input({ name: 'source_name', label: { text: 'Who or which service (optional)' }, value: typed.typed('source_name'), errorMessage: errors.of('source_name') })}
  ${checkboxes({ name: 'third_party', idPrefix: 'part-third-party', items: [{ value: 'yes', text: 'It tells something about, or from, somebody else' }] })}
  ${button({ text: 'Add the part', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
  })
}
