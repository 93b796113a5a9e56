import { KINDS_TAKEN } from '#platform/files'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fileUpload,
  type Html,
  html,
  input,
  nothing,
  radios,
  recordForm,
  select,
} from '#ui'
import { documentKinds, sourceKinds } from '../../documents/words.ts'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { scannerMissing } from './scannerMissing.ts'

/** Everything that the form for a file shows. */
export type UploadView = {
  readonly personId: Uuid
  readonly children: readonly FamilyChild[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly limit: string
  readonly hasScanner: boolean
  /** A document that holds the very same file. */
  readonly sameAs: Uuid | null
}

/** The form by which a file is added for the children of a family. */
export function uploadPage(view: UploadView): Html {
  const { errors, personId } = view
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Add a file</h1>
${view.hasScanner ? nothing : scannerMissing}
${recordForm({
  action: `/people/${personId}/documents/new`,
  csrf: { name: '_csrf', value: view.keys.csrf },
  idempotencyKey: view.keys.submission,
  isMultipart: true,
  content: html`${fileField(view)}${whom(view)}${what(view)}${more(view)}${button({ text: 'Add the file', preventDoubleClick: true })}`,
})}`
}

function fileField({ errors, limit, sameAs, personId, sent }: UploadView): Html {
  const again =
    sameAs === null
      ? nothing
      : html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/documents/${sameAs}">Look at the document that is there</a></p>
${checkboxes({ name: 'twice', items: [{ value: 'yes', text: 'Keep it twice all the same' }], values: new Fields(sent).isTicked('twice', 'yes') ? ['yes'] : [] })}`
  return html`${fileUpload({
    name: 'file',
    label: { text: 'File', classes: 'govuk-label--s' },
    hint: {
      text: `${KINDS_TAKEN}, smaller than ${limit}. Where and by whom a picture was taken is removed from it.`,
    },
    errorMessage: errors.of('file'),
  })}${again}`
}

function whom({ children, sent, personId, errors }: UploadView): Html {
  const writable = children.filter(({ mayWrite }) => mayWrite)
  const typed = new Fields(sent)
  const isNew = Object.keys(sent).length === 0
  return checkboxes({
    name: 'children',
    idPrefix: 'children',
    fieldset: { legend: { text: 'Whom is it about?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'It stands in the record of each of them, and whoever may read one of those may read it.' },
    items: writable.map(child => ({ value: child.id, text: child.displayName })),
    values: writable
      .filter(({ id }) => (isNew ? id === personId : typed.isTicked('children', id)))
      .map(({ id }) => id),
    errorMessage: errors.of('children'),
  })
}

const choose = (words: Readonly<Record<string, string>>) => [
  { value: '', text: 'Select one' },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
]

function what({ sent, errors }: UploadView): Html {
  const typed = new Fields(sent)
  return html`${select({
    name: 'kind',
    label: { text: 'What is it?', classes: 'govuk-label--s' },
    items: choose(documentKinds),
    value: typed.typed('kind'),
    errorMessage: errors.of('kind'),
  })}
${select({
  name: 'source',
  label: { text: 'Where does it come from?', classes: 'govuk-label--s' },
  hint: { text: 'Needed before any of it can be shown to anybody in the family.' },
  items: choose(sourceKinds),
  value: typed.typed('source'),
  errorMessage: errors.of('source'),
})}
${checkboxes({
  name: 'third_party',
  items: [{ value: 'yes', text: 'It tells something about, or from, somebody else' }],
  values: typed.isTicked('third_party', 'yes') ? ['yes'] : [],
})}`
}

function more({ sent, errors }: UploadView): Html {
  const typed = new Fields(sent)
  return html`${input({ name: 'title', label: { text: 'Title (optional)', classes: 'govuk-label--s' }, hint: { text: 'No names: “Health visitor’s report”.' }, value: typed.typed('title'), errorMessage: errors.of('title') })}
${dateFields({ name: 'dated', legend: 'Date of the document (optional)', value: dateFieldsFrom(sent, 'dated'), error: errors.of('dated') })}
${input({ name: 'from', label: { text: 'Who sent it (optional)', classes: 'govuk-label--s' }, value: typed.typed('from'), errorMessage: errors.of('from') })}
${radios({
  name: 'direction',
  classes: 'govuk-radios--small govuk-radios--inline',
  fieldset: { legend: { text: 'It', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'in', text: 'came in' },
    { value: 'out', text: 'went out' },
  ],
  value: typed.typed('direction') || 'in',
})}`
}
