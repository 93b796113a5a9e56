import { type FormKeys, formFields } from '#platform/http'
import {
  type ClockDefinition,
  type LimitUnit,
  type LocalClockValue,
  limitInWords,
  limitUnits,
} from '#reference'
import {
  button,
  dateFields,
  dateFieldsFrom,
  denseTable,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  select,
  summaryList,
} from '#ui'
import { csvLink, pageLinks } from '../../../listing/pageLinks.ts'

/** A clock with the authority's own values, oldest first. */
export type ClockRow = { readonly definition: ClockDefinition; readonly own: readonly LocalClockValue[] }

/** What the law gives, in words; or that it is no plain length of time. */
export function lawWords({ versions }: ClockDefinition): string {
  const limit = versions.at(-1)?.limit
  return limit ? limitInWords(limit) : 'no single length of time'
}

/** The authority's newest own value in words. */
export function ownWords(own: readonly LocalClockValue[]): string {
  const newest = own.at(-1)
  return newest?.value.limit
    ? `${limitInWords(newest.value.limit)} from ${formatDate(newest.effectiveFrom)}`
    : ''
}

/** Every clock with its limit in law and the authority's own. */
export function clocksPage(view: {
  readonly rows: readonly ClockRow[]
  readonly count: number
  readonly words: string
  readonly page: number
  readonly path: string
}): Html {
  return html`<h1 class="govuk-heading-l">Clocks</h1>
  <p class="govuk-body">Limits set by law or statutory guidance may only be made stricter. Local norms are free, up to the longest that practice names.</p>
  <form method="get" action="/administration/clocks">
    ${input({ name: 'q', label: { text: 'Search in this list' }, value: view.words, classes: 'govuk-input--width-20' })}
    ${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>
  ${denseTable({
    caption: 'Clocks',
    captionClasses: 'govuk-visually-hidden',
    head: ['Clock', 'Limit', 'Set by', 'Our own'].map(text => ({ text })),
    rows: view.rows.map(({ definition, own }) => [
      {
        html: html`<a class="govuk-link" href="/administration/clocks/${definition.id}">${definition.name}</a>`,
      },
      { text: lawWords(definition) },
      { text: definition.force.replaceAll('_', ' ') },
      { text: ownWords(own) },
    ]),
  })}
  ${pageLinks(view.path, view.page, view.count, 'clocks')}
  ${csvLink(view.path)}`
}

/** The form of one clock's own limit. */
export function clockFormPage(view: {
  readonly row: ClockRow
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly today: Temporal.PlainDate
  readonly form: FormKeys
}): Html {
  const { row, sent, errors, today, form } = view
  const { definition, own } = row
  const { limit, unit } = sent
  const dated = dateFieldsFrom(sent, 'effectiveFrom')
  const shipped = definition.versions.at(-1)?.limit
  const facts = [
    { key: { text: 'Limit' }, value: { text: lawWords(definition) } },
    { key: { text: 'Set by' }, value: { text: definition.force.replaceAll('_', ' ') } },
    {
      key: { text: 'Source' },
      value: {
        text: definition.sources.map(one => [one.document, one.ref].filter(Boolean).join(', ')).join('; '),
      },
    },
    {
      key: { text: 'Our own values' },
      value: { text: own.map(one => ownWords([one])).join('; ') || 'none' },
    },
  ]
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${definition.name}</h1>
  ${summaryList({ rows: facts })}
  <form method="post" action="/administration/clocks/${definition.id}" novalidate>${formFields(form)}
    ${input({ name: 'limit', label: { text: 'Our own limit' }, hint: { text: 'A clock that runs already keeps the limit of the day on which it started' }, inputmode: 'numeric', classes: 'govuk-input--width-4', value: typeof limit === 'string' ? limit : shipped?.value, errorMessage: errors.of('limit') })}
    ${select({ name: 'unit', label: { text: 'Unit' }, items: limitUnits.map(value => ({ value, text: value.replaceAll('_', ' ') })), value: typeof unit === 'string' ? unit : shipped?.unit, errorMessage: errors.of('unit') })}
    ${dateFields({ name: 'effectiveFrom', legend: 'From', value: Object.values(dated).some(part => part !== undefined) ? dated : today, error: errors.of('effectiveFrom') })}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>`
}

/** Whether a text is a unit of limits. */
export const isUnit = (text: unknown): text is LimitUnit => limitUnits.some(unit => unit === text)
