import { z } from 'zod'
import { draftConflict } from '#platform/drafts'
import {
  type FormKeys,
  formFields,
  formVersion,
  isAsOpened,
  notFound,
  type Reply,
  route,
  type Visit,
  versionField,
} from '#platform/http'
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
import { addAlert, endAlert, reviewAlert } from '../../commands/alerts.ts'
import { type CurrentAlert, currentAlerts } from '../../queries/currentAlerts.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { alertKinds, alertWords } from '../frame/recordWords.ts'
import { buttonForm, smallPage } from '../frame/smallForm.ts'

const base = '/people/:personId/alerts'
const alertParams = z.object({ personId: uuidParam, alertId: uuidParam })
const common = { purpose: 'casework' } as const

type AlertsVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>

async function page(
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
function reviewedMeanwhile(
  visit: AlertsVisit,
  { kind, reviewOn }: CurrentAlert,
  yours: string,
): Promise<Reply> {
  const other = reviewOn ? formatDate(reviewOn) : 'No date set'
  const differences = [{ label: `Review of “${alertWords[kind]}”`, yours, other }]
  return page(visit, fieldErrors([]), draftConflict({ between: 'record', differences }))
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

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Alerts about one person',
  params: personParams,
  handle: visit => page(visit, fieldErrors([])),
})

const add = route({
  ...common,
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Adds an alert about a person',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const writable = await writableSubjects(work, [params.personId])
    if (writable.size === 0) return notFound
    const fields = new Fields(sent)
    const kind = fields.choice('kind', alertKinds, 'Select a kind of alert')
    const description = fields.text('description', 1_000, 'Enter what people should know')
    const reviewOn = fields.date('reviewOn', 'Review date')
    if (reviewOn && Temporal.PlainDate.compare(reviewOn, work.today) < 0)
      fields.problem('reviewOn', 'Review date must be today or in the future')
    if (kind === null || description === null || fields.issues.length > 0)
      return page(
        visit,
        fieldErrors(fields.issues, ['kind', 'description', 'reviewOn'], { reviewOn: 'reviewOn-day' }),
      )
    await addAlert(work, { personId: params.personId, kind, description, reviewOn })
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert added' }
  },
})

const review = route({
  ...common,
  method: 'POST',
  url: `${base}/:alertId/review`,
  admits: recordWriters,
  summary: 'Says that an alert still stands, and when to look again',
  params: alertParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const alert = (await currentAlerts(work, params.personId)).find(({ id }) => id === params.alertId)
    if (alert === undefined) return notFound
    const name = `review-${params.alertId}`
    const fields = new Fields(sent)
    const reviewOn = fields.date(name, 'Review date', 'Enter when to look at it again')
    if (reviewOn && Temporal.PlainDate.compare(reviewOn, work.today) < 0)
      fields.problem(name, 'Review date must be today or in the future')
    if (fields.issues.length > 0)
      return page(visit, fieldErrors(fields.issues, [], { [name]: `${name}-day` }))
    if (!isAsOpened(sent, [alert.description, alert.reviewOn]))
      return await reviewedMeanwhile(visit, alert, reviewOn ? formatDate(reviewOn) : 'No date')
    if (!(await reviewAlert(work, params, reviewOn))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert reviewed' }
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: `${base}/:alertId/end`,
  admits: recordWriters,
  summary: 'Ends an alert',
  params: alertParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const alert = (await currentAlerts(work, params.personId)).find(({ id }) => id === params.alertId)
    if (alert && !isAsOpened(sent, [alert.description, alert.reviewOn]))
      return await reviewedMeanwhile(visit, alert, 'Ended')
    if (!(await endAlert(work, params))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert ended' }
  },
})

export const alertRoutes = [show, add, review, end]
