import type { Restriction, RestrictionReason } from '#modules/access'
import { type FormKeys, formFields, versionField } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  radios,
  textarea,
} from '#ui'
import type { Fields } from '../frame/fields.ts'
import { pastMoment } from '../frame/pastMoment.ts'
import { type FoundWorker, findWorkerForm, workerRadios } from '../frame/workerPicker.ts'

export const restrictionReasons: Readonly<Record<RestrictionReason, string>> = {
  staff_family: 'Family of a member of staff',
  public_figure: 'Public figure',
  protected_witness: 'Protected witness',
  other: 'Another reason',
}

/** A restriction with its named list, or the form that begins one. */
export type RestrictionView = {
  readonly personId: Uuid
  readonly restriction: Restriction | null
  /** Records merged into this one with a list of their own. */
  readonly mergedIds: readonly Uuid[]
  /** Of the restriction as its form was opened. */
  readonly version: string
  /** Both texts, when another of the list changed it meanwhile. */
  readonly conflict: Html
  readonly names: ReadonlyMap<Uuid, string>
  readonly fields: Fields
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly find: string | undefined
  readonly found: readonly FoundWorker[]
}

/** Who alone may know that this person is here, why and until when. */
export function restrictionPage(view: RestrictionView): Html {
  const { restriction } = view
  return html`${errorsAbove(view.errors)}${view.conflict}
<h1 class="govuk-heading-l">${restriction ? 'This record is restricted' : 'Restrict this record'}</h1>
<p class="govuk-body">Only workers on the named list can find or open a restricted record, whatever their role.</p>
${view.mergedIds.map(mergedLink)}
${restriction ? restrictionStanding(restriction) : nothing}
${restriction ? namedList(view, restriction) : nothing}
<h2 class="govuk-heading-m">${restriction ? 'Change or end the restriction' : 'Why and until when'}</h2>
${restrictionForm(view)}
${restriction ? pastMoment(`/people/${view.personId}/restriction`) : nothing}`
}

const mergedLink = (id: Uuid): Html =>
  html`<p class="govuk-body">A record that was merged into this one has a list of its own, which goes on keeping people out of both. <a class="govuk-link" href="/people/${id}/restriction">See that list</a></p>`

/** Why, since when and until when. */
export function restrictionStanding({ reason, note, startsAt, endsAt }: Restriction): Html {
  return html`<p class="govuk-body">${restrictionReasons[reason]}, since ${formatDateTime(startsAt)}, ${endsAt ? `until ${formatDateTime(endsAt)}` : 'with no end set'}.${note ? ` ${note}` : ''}</p>`
}

function namedList(view: RestrictionView, { memberIds }: Restriction): Html {
  const base = `/people/${view.personId}/restriction`
  return html`<h2 class="govuk-heading-m">The named list</h2>
<ul class="govuk-list">${memberIds.map(
    id => html`<li><form method="post" action="${base}/list">
    ${formFields(view.keys)}
    <input type="hidden" name="worker" value="${id}"><input type="hidden" name="change" value="remove">
    ${view.names.get(id) ?? 'Name not known'}
    ${button({ html: html`Take off<span class="govuk-visually-hidden"> ${view.names.get(id) ?? ''}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1' })}
  </form></li>`,
  )}</ul>
<p class="govuk-body"><a class="govuk-link" href="/people/${view.personId}/give-reference">Give a worker a reference for 24 hours</a></p>
<h3 class="govuk-heading-s">Put a worker on the list</h3>
${findWorkerForm(base, view.find)}
${
  view.find
    ? html`<form method="post" action="${base}/list" novalidate>
  ${formFields(view.keys)}
  <input type="hidden" name="find" value="${view.find}">
  ${workerRadios(view.found, view.find, view.errors)}
  ${view.found.length > 0 ? button({ text: 'Put on the list' }) : nothing}
</form>`
    : nothing
}`
}

function restrictionForm({ personId, restriction, version, fields, errors, keys }: RestrictionView): Html {
  return html`<form method="post" action="/people/${personId}/restriction" novalidate data-keep-on-failure>
  ${formFields(keys)}${restriction ? versionField(version) : nothing}
  ${radios({
    name: 'reason',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Reason', classes: 'govuk-fieldset__legend--s' } },
    items: Object.entries(restrictionReasons).map(([value, text]) => ({ value, text })),
    value: fields.typed('reason') || restriction?.reason,
    errorMessage: errors.of('reason'),
  })}
  ${textarea({ name: 'note', rows: 2, label: { text: 'Note for the list (optional)' }, value: fields.typed('note') || (restriction?.note ?? ''), errorMessage: errors.of('note') })}
  ${dateFields({ name: 'until', legend: 'Last day (optional)', value: fields.typedDate('until') ?? lastDay(restriction), error: errors.of('until') })}
  ${restriction ? checkboxes({ name: 'end', items: [{ value: 'now', text: 'End the restriction now' }] }) : nothing}
  ${button({ text: restriction ? 'Save' : 'Restrict the record', preventDoubleClick: true })}
</form>`
}

/** The day before the instant at which it ends: the form shows it, so that saving something else does not lift it. */
const lastDay = (restriction: Restriction | null): Temporal.PlainDate | undefined =>
  restriction?.endsAt?.subtract({ seconds: 1 }).toZonedDateTimeISO('Europe/London').toPlainDate()
