import type { Worker } from '#modules/agencies'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  type fieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  radios,
  textarea,
} from '#ui'
import type { NamedReader } from '../namedReaders.ts'

/** For how long somebody may be named at once: a referral is done with in months, and whoever still needs it is named again. */
export const periods = ['1', '3', '12'] as const
const periodWords = { '1': 'One month', '3': 'Three months', '12': 'Twelve months' } as const

export type ReadersPage = {
  readonly path: string
  readonly readers: readonly NamedReader[]
  readonly found: readonly Worker[]
  readonly today: Temporal.PlainDate
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: ReturnType<typeof fieldErrors>
}

const stands = ({ endedAt, until }: NamedReader, today: Temporal.PlainDate): boolean =>
  endedAt === null && (until === null || Temporal.PlainDate.compare(until, today) >= 0)

/** Who is named, with what ends each, and who was. */
export function readersHtml(page: ReadersPage): Html {
  const { readers, today } = page
  if (readers.length === 0) return html`<p class="govuk-body">Nobody is named.</p>`
  return html`${readers.map(
    one => html`<h2 class="govuk-heading-m">${one.name}</h2>
<p class="govuk-body">${stands(one, today) ? 'Reads it' : 'Read it'} until ${one.until === null ? 'somebody ends it' : formatDate(one.until)}. Named by ${one.namedBy ?? 'somebody'}, ${formatDateTime(one.namedAt)}${one.because === null ? '' : html`: “${one.because}”`}. ${one.readAt === null ? 'Not read yet.' : `Read ${formatDateTime(one.readAt)}.`}</p>
${one.endedAt === null ? endForm(page, one) : html`<p class="govuk-body">Ended by ${one.endedBy ?? 'somebody'}, ${formatDateTime(one.endedAt)}: “${one.endedBecause ?? ''}”</p>`}`,
  )}`
}

const endForm = ({ path, typed, form, errors }: ReadersPage, { id, name }: NamedReader): Html =>
  html`<form method="post" action="${path}/${id}/end" novalidate>${formFields(form)}
${input({ id: `why-${id}`, name: `why-${id}`, label: { text: `Why ${name} reads it no more` }, value: typed(`why-${id}`), errorMessage: errors.of(`why-${id}`), autocomplete: 'off' })}
${button({ text: 'End', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

/** Finds a colleague and names them, by two buttons. */
export function namingForm({ path, found, typed, form, errors }: ReadersPage): Html {
  return html`<h2 class="govuk-heading-m">Name somebody</h2>
<form method="post" action="${path}" novalidate data-keep-on-failure>${formFields(form)}
${input({ id: 'text', name: 'text', label: { text: 'Find a colleague or partner by name', classes: 'govuk-label--s' }, value: typed('text'), errorMessage: errors.of('text'), autocomplete: 'off' })}
${button({ text: 'Find', name: 'step', value: 'find', classes: 'govuk-button--secondary' })}
${
  found.length === 0
    ? nothing
    : radios({
        name: 'worker',
        idPrefix: 'worker',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'Who is to read it?', classes: 'govuk-fieldset__legend--s' } },
        items: found.map(one => ({
          value: one.id,
          text:
            one.organisationName === null ? one.displayName : `${one.displayName}, ${one.organisationName}`,
        })),
        value: typed('worker'),
        errorMessage: errors.of('worker'),
      })
}
${radios({ name: 'period', idPrefix: 'period', classes: 'govuk-radios--small', fieldset: { legend: { text: 'For how long?', classes: 'govuk-fieldset__legend--s' } }, items: periods.map(value => ({ value, text: periodWords[value] })), value: typed('period'), errorMessage: errors.of('period') })}
${textarea({ name: 'because', id: 'because', rows: 2, label: { text: 'Why they need to read it', classes: 'govuk-label--s' }, value: typed('because'), errorMessage: errors.of('because') })}
${button({ text: 'Name', name: 'step', value: 'name', preventDoubleClick: true })}</form>`
}
