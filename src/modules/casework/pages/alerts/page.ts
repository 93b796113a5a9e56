import { draftConflict } from '#platform/drafts'
import { type FormKeys, formFields, formVersion, type Reply, type Visit, versionField } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  select,
  summaryList,
  textarea,
} from '#ui'
import type { CurrentAlert } from '../../queries/currentAlerts.ts'
import { Fields } from '../frame/fields.ts'
import { alertKinds, alertWords } from '../frame/recordWords.ts'
import { buttonForm, smallPage } from '../frame/smallForm.ts'

/** What a page of alerts is made of. */
export type AlertsVisit = Pick<
  Visit<{ personId: Uuid }, unknown, unknown>,
  'work' | 'params' | 'sent' | 'form'
>

/** Alerts that stand, with the forms that add, review and end them. */
export async function alertsPage(
  { work, params, sent, form }: AlertsVisit,
  errors: FieldErrors,
  conflict: Html | null = null,
): Promise<Reply> {
  const reply = await smallPage(work, params.personId, {
    title: 'Alerts - Record',
    resource: 'alerts',
    tab: null,
    hasErrors: errors.list.length > 0,
    content: async ({ alerts, mayWrite, identity }) => html`${errorsAbove(errors)}${conflict ?? nothing}
<h1 class="govuk-heading-l">Alerts</h1>
${alerts.length === 0 ? html`<p class="govuk-body">No alert stands.</p>` : alerts.map(alert => alertCard(identity.id, alert, mayWrite, form))}
${mayWrite ? addForm(identity.id, sent, errors, form) : nothing}`,
  })
  return reply.kind === 'page' && conflict !== null ? { ...reply, status: 409 } : reply
}

/** Of an alert as its forms show it. */
const alertVersion = ({ description, reviewOn }: CurrentAlert): string => formVersion([description, reviewOn])

/** Somebody reviewed the alert since the page was opened: what they set stands beside what was sent. */
export function reviewedMeanwhile(
  visit: AlertsVisit,
  { kind, reviewOn }: CurrentAlert,
  yours: string,
): Promise<Reply> {
  const other = reviewOn ? formatDate(reviewOn) : 'No date set'
  const differences = [{ label: `Review of “${alertWords[kind]}”`, yours, other }]
  return alertsPage(visit, fieldErrors([]), draftConflict({ between: 'record', differences }))
}

function alertCard(personId: Uuid, alert: CurrentAlert, mayWrite: boolean, keys: FormKeys): Html {
  const path = `/people/${personId}/alerts/${alert.id}`
  const words = alertWords[alert.kind]
  const rows = [
    ['What', alert.description],
    ['Since', formatDate(alert.startedOn)],
    ['Review by', alert.reviewOn ? formatDate(alert.reviewOn) : 'No date set'],
  ] as const
  return html`${summaryList({
    card: { title: { text: words } },
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })}
${
  mayWrite
    ? html`<form method="post" action="${path}/review" novalidate>
  ${formFields(keys)}${versionField(alertVersion(alert))}
  ${dateFields({ name: `review-${alert.id}`, legend: `Next review of “${words}”` })}
  ${button({ text: 'Reviewed: it still stands', classes: 'govuk-button--secondary' })}
</form>
${buttonForm(`${path}/end`, html`End this alert<span class="govuk-visually-hidden">: ${words}</span>`, keys, versionField(alertVersion(alert)))}`
    : nothing
}`
}

function addForm(personId: Uuid, sent: AlertsVisit['sent'], errors: FieldErrors, keys: FormKeys): Html {
  const typed = new Fields(sent)
  return html`<h2 class="govuk-heading-m">Add an alert</h2>
<form method="post" action="/people/${personId}/alerts" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${select({
    name: 'kind',
    label: { text: 'Kind', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Select a kind' },
      ...alertKinds.map(kind => ({ value: kind, text: alertWords[kind] })),
    ],
    value: typed.typed('kind'),
    errorMessage: errors.of('kind'),
  })}
  ${textarea({ name: 'description', rows: 2, label: { text: 'What should people know?', classes: 'govuk-label--s' }, value: typed.typed('description'), errorMessage: errors.of('description') })}
  ${dateFields({ name: 'reviewOn', legend: 'Review by (optional)', value: dateFieldsFrom(sent, 'reviewOn'), error: errors.of('reviewOn') })}
  ${button({ text: 'Add the alert', preventDoubleClick: true })}
</form>`
}
