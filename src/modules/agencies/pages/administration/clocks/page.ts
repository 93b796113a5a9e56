import { type FormKeys, formFields, versionField } from '#platform/http'
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

/** A clock with the authority's own values, oldest first, and the day from which enacted law is in force here. */
export type ClockRow = {
  readonly definition: ClockDefinition
  readonly own: readonly LocalClockValue[]
  readonly commencedOn: Temporal.PlainDate | null
}

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

/** Whether a clock waits for the law to commence, or the authority has said from when it is in force. */
export const isEnacted = ({ status }: ClockDefinition): boolean => status === 'enacted_not_commenced'

/** What the authority has set for a clock, in words. */
export function settingWords({ definition, own, commencedOn }: ClockRow): string {
  if (!isEnacted(definition)) return ownWords(own)
  return commencedOn ? `in force from ${formatDate(commencedOn)}` : 'not in force: no day is set'
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
    rows: view.rows.map(row => [
      {
        html: html`<a class="govuk-link" href="/administration/clocks/${row.definition.id}">${row.definition.name}</a>`,
      },
      { text: lawWords(row.definition) },
      { text: row.definition.force.replaceAll('_', ' ') },
      { text: settingWords(row) },
    ]),
  })}
  ${pageLinks(view.path, view.page, view.count, 'clocks')}
  ${csvLink(view.path)}`
}

/** What a form of one clock shows and what was sent. */
type ClockForm = {
  readonly row: ClockRow
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly today: Temporal.PlainDate
  readonly form: FormKeys
  /** Of what is set, as the form was opened. */
  readonly version: string
  /** Both texts, when somebody else set it meanwhile. */
  readonly conflict: Html
}

/** One clock: what the law says, and the form of what the authority may set. */
export function clockFormPage(view: ClockForm): Html {
  const { row, errors } = view
  return html`${errorsAbove(errors)}${view.conflict}<h1 class="govuk-heading-l">${row.definition.name}</h1>
  ${summaryList({ rows: facts(row) })}
  ${isEnacted(row.definition) ? commencementForm(view) : limitForm(view)}`
}

function facts(row: ClockRow) {
  const { definition, own } = row
  const set = isEnacted(definition)
    ? { key: { text: 'Here' }, value: { text: settingWords(row) } }
    : {
        key: { text: 'Our own values' },
        value: { text: own.map(one => ownWords([one])).join('; ') || 'none' },
      }
  return [
    { key: { text: 'Limit' }, value: { text: lawWords(definition) } },
    { key: { text: 'Starts with' }, value: { text: definition.trigger } },
    { key: { text: 'Set by' }, value: { text: definition.force.replaceAll('_', ' ') } },
    { key: { text: 'Source' }, value: { html: sourceLinks(definition) } },
    set,
  ]
}

function sourceLinks({ sources }: ClockDefinition): Html {
  const words = (one: ClockDefinition['sources'][number]) =>
    [one.document, one.ref].filter(Boolean).join(', ')
  return html`${sources.map(one => html`<p class="govuk-body">${one.address ? html`<a class="govuk-link" rel="noreferrer" href="${one.address}">${words(one)}</a>` : words(one)}</p>`)}`
}

/** Enacted law: from which day it is in force. One that has come stands. */
function commencementForm({ row, sent, errors, today, form, version }: ClockForm): Html {
  const { definition, commencedOn } = row
  if (commencedOn !== null && Temporal.PlainDate.compare(commencedOn, today) <= 0)
    return html`<p class="govuk-body">It is in force. The day stands: clocks have started from it.</p>`
  const dated = dateFieldsFrom(sent, 'on')
  const isSent = Object.values(dated).some(part => part !== undefined)
  return html`<p class="govuk-body">This is enacted and not in force. It starts nothing until the day that the commencement regulations appoint.${commencedOn === null ? '' : ' Save without a day to take it back.'}</p>
  <form method="post" action="/administration/clocks/${definition.id}/commencement" novalidate>${formFields(form)}${versionField(version)}
    ${dateFields({ name: 'on', legend: 'In force from', ...(isSent ? { value: dated } : commencedOn ? { value: commencedOn } : {}), error: errors.of('on') })}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>`
}

/** The form of one clock's own limit. */
function limitForm({ row: { definition }, sent, errors, today, form, version }: ClockForm): Html {
  const { limit, unit } = sent
  const dated = dateFieldsFrom(sent, 'effectiveFrom')
  const shipped = definition.versions.at(-1)?.limit
  return html`<form method="post" action="/administration/clocks/${definition.id}" novalidate>${formFields(form)}${versionField(version)}
    ${input({ name: 'limit', label: { text: 'Our own limit' }, hint: { text: 'A clock that runs already keeps the limit of the day on which it started' }, inputmode: 'numeric', classes: 'govuk-input--width-4', value: typeof limit === 'string' ? limit : shipped?.value, errorMessage: errors.of('limit') })}
    ${select({ name: 'unit', label: { text: 'Unit' }, items: limitUnits.map(value => ({ value, text: value.replaceAll('_', ' ') })), value: typeof unit === 'string' ? unit : shipped?.unit, errorMessage: errors.of('unit') })}
    ${dateFields({ name: 'effectiveFrom', legend: 'From', value: Object.values(dated).some(part => part !== undefined) ? dated : today, error: errors.of('effectiveFrom') })}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>`
}

/** Whether a text is a unit of limits. */
export const isUnit = (text: unknown): text is LimitUnit => limitUnits.some(unit => unit === text)
