import { type FormKeys, formFields, versionField } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  denseTable,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  nothing,
  select,
  textarea,
} from '#ui'
import { csvLink, pageLinks } from '../../../listing/pageLinks.ts'
import type { Directory, DirectoryField, DirectoryRow, DirectoryValues, Option } from './directory.ts'

/** A directory as a list, with a search of its words. */
export function directoryListPage(view: {
  readonly directory: Directory
  readonly rows: readonly DirectoryRow[]
  readonly count: number
  readonly words: string
  readonly page: number
  readonly path: string
}): Html {
  const { directory, rows, count, words, page, path } = view
  const place = `/administration/${directory.slug}`
  const row = ({ id, cells }: DirectoryRow) => [
    { html: html`<a class="govuk-link" href="${place}/${id}">${cells[0]}</a>` },
    ...cells.slice(1).map(text => ({ text })),
  ]
  return html`<h1 class="govuk-heading-l">${directory.title}</h1>
  <p class="govuk-body">${directory.doc}</p>
  ${button({ text: `Add a ${directory.one}`, href: `${place}/new` })}
  ${directory.slug === 'workers' ? html`<p class="govuk-body"><a class="govuk-link" href="/administration/workers/import">Add, change and end workers from a CSV</a></p>` : nothing}
  <form method="get" action="${place}">
    ${input({ name: 'q', label: { text: 'Search in this list' }, value: words, classes: 'govuk-input--width-20' })}
    ${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>
  ${
    rows.length === 0
      ? html`<p class="govuk-body">Nothing is here${words === '' ? '' : ' with these words'}.</p>`
      : denseTable({
          caption: directory.title,
          captionClasses: 'govuk-visually-hidden',
          head: directory.columns.map(text => ({ text })),
          rows: rows.map(row),
        })
  }
  ${pageLinks(path, page, count, directory.title.toLowerCase())}
  ${csvLink(path)}`
}

/** The form that adds a row or changes it. */
export function directoryFormPage(view: {
  readonly directory: Directory
  /** Where the form is sent. */
  readonly action: string
  readonly isNew: boolean
  /** Of the row as the form was opened. */
  readonly version: string
  /** Both texts, when somebody else saved the row meanwhile. */
  readonly conflict: Html
  readonly values: DirectoryValues
  readonly options: ReadonlyMap<string, readonly Option[]>
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly form: FormKeys
  readonly below: Html
}): Html {
  const { directory, action, isNew, values, options, sent, errors, form } = view
  return html`${errorsAbove(errors)}${view.conflict}<h1 class="govuk-heading-l">${isNew ? 'Add' : 'Change'} a ${directory.one}</h1>
  <form method="post" action="${action}" novalidate data-keep-on-failure>${formFields(form)}${isNew ? nothing : versionField(view.version)}
    ${directory.fields.map(field => control(field, values[field.name] ?? '', options.get(field.name) ?? [], sent, errors))}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>
  ${view.below}`
}

function control(
  field: DirectoryField,
  value: string,
  options: readonly Option[],
  sent: Readonly<Record<string, unknown>>,
  errors: FieldErrors,
): Html {
  const { name, kind } = field
  const text = field.isRequired ? field.label : `${field.label} (optional)`
  const typed = sent[name]
  const shown = typeof typed === 'string' ? typed : value
  const hint = field.hint ? { text: field.hint } : undefined
  const common = { name, label: { text }, hint, errorMessage: errors.of(name), value: shown }
  if (kind === 'select') return select({ ...common, items: [{ value: '', text: '' }, ...options] })
  if (kind === 'lines') return textarea({ ...common, rows: 4 })
  if (kind === 'yes_no')
    return checkboxes({ name, items: [{ value: 'yes', text: field.label, checked: shown === 'yes' }] })
  if (kind !== 'date') return input({ ...common, classes: 'govuk-!-width-two-thirds' })
  const parts = dateFieldsFrom(sent, name)
  const isTyped = Object.values(parts).some(part => part !== undefined)
  const known = value === '' ? undefined : Temporal.PlainDate.from(value)
  return dateFields({
    name,
    legend: text,
    hint: field.hint,
    value: isTyped ? parts : known,
    error: errors.of(name),
  })
}
