import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  denseTable,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  nothing,
  radios,
} from '#ui'
import type { CourtChronology } from '../../court/readCourt.ts'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'

export type CourtList = {
  readonly personId: Uuid
  readonly made: readonly CourtChronology[]
  readonly children: readonly FamilyChild[]
  readonly today: Temporal.PlainDate
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly form: FormKeys
}

/** What stands for a document that was issued, or not yet. */
export const standing = ({ issue, issuedOn }: CourtChronology): string =>
  issuedOn === null ? 'Draft' : `Issue ${issue}, ${formatDate(issuedOn)}`

/** Chronologies for court of one child, and the form that makes one. */
export function courtListPage(page: CourtList): Html {
  const { made, children, errors } = page
  const rows = made.map(one => [
    {
      html: html`<a class="govuk-link" href="/court-chronologies/${one.id}">${formatDate(one.fromOn)} to ${formatDate(one.untilOn)}</a>`,
    },
    { text: String(one.personIds.length) },
    { text: standing(one) },
    { text: `${one.madeBy ?? ''}, ${formatDate(one.madeOn)}` },
  ])
  const writable = children.filter(({ mayWrite }) => mayWrite)
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Chronologies for court</h1>
${made.length === 0 ? html`<p class="govuk-body">None has been made.</p>` : denseTable({ caption: 'Made so far', captionClasses: 'govuk-table__caption--m', head: ['Period', 'Children', 'Status', 'Made by'].map(text => ({ text })), rows })}
${writable.length > 0 ? newForm(page, writable) : nothing}`
}

function newForm({ personId, today, sent, errors, form }: CourtList, children: readonly FamilyChild[]): Html {
  const typed = new Fields(sent)
  const isFresh = Object.keys(sent).length === 0
  const text = (name: string, label: string) =>
    input({
      name,
      label: { text: label, classes: 'govuk-label--s' },
      value: typed.typed(name),
      errorMessage: errors.of(name),
    })
  return html`<h2 class="govuk-heading-m">Make one</h2>
<form method="post" action="/people/${personId}/court-chronologies" novalidate data-keep-on-failure>
  ${formFields(form)}
  ${checkboxes({
    name: 'child',
    idPrefix: 'child',
    fieldset: { legend: { text: 'About which children?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errors.of('child'),
    items: children.map(child => ({
      value: child.id,
      text: `${child.displayName}, ${child.age}`,
      checked: isFresh ? child.id === personId : typed.isTicked('child', child.id),
    })),
  })}
  ${dateFields({ name: 'from', legend: 'From', value: isFresh ? today.subtract({ years: 3 }) : dateFieldsFrom(sent, 'from'), error: errors.of('from') })}
  ${dateFields({ name: 'until', legend: 'Until', value: isFresh ? today : dateFieldsFrom(sent, 'until'), error: errors.of('until') })}
  ${radios({
    name: 'entries',
    idPrefix: 'entries',
    fieldset: { legend: { text: 'Which entries?', classes: 'govuk-fieldset__legend--s' } },
    value: typed.typed('entries') || 'significant',
    items: [
      { value: 'significant', text: 'Significant events' },
      {
        value: 'all',
        text: 'Everything',
        hint: { text: 'Every visit and note too: long, and each must be looked through.' },
      },
    ],
  })}
  ${text('court', 'Court (optional)')}
  ${text('case_number', 'Case number (optional)')}
  ${button({ text: 'Make the chronology', preventDoubleClick: true })}
</form>`
}
