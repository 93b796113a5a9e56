import { buttonForm, type FoundWorker, findWorkerForm, workerRadios } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, errorsAbove, type FieldErrors, formatDate, type Html, html, nothing } from '#ui'
import type { ProtectionLead } from '../queries/readLeads.ts'

export type LeadView = {
  readonly personId: Uuid
  readonly leads: readonly ProtectionLead[]
  readonly isUnderProtection: boolean
  readonly isPast: boolean
  readonly find: string | undefined
  readonly found: readonly FoundWorker[]
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** Who leads now, who led before, and the form that names somebody. */
export function leadPage(view: LeadView): Html {
  const { personId, leads, errors, keys, isPast } = view
  const now = leads.find(({ endedOn }) => endedOn === null)
  const before = leads.filter(({ endedOn }) => endedOn !== null)
  const path = `/people/${personId}/protection-lead`
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Lead child protection practitioner</h1>
<p class="govuk-body">They see who the child is, the enquiries, conferences and the protection plan. They do not see notes, assessments or a confidential address, and write nothing by it. <a class="govuk-link" href="/protection-teams">Multi-agency child protection teams</a></p>
${
  now === undefined
    ? html`<p class="govuk-body">Nobody leads now.</p>`
    : html`<p class="govuk-body">${now.name}, since ${formatDate(now.startedOn)}.</p>
${isPast ? nothing : buttonForm(`${path}/${now.id}/end`, html`End it today`, keys)}`
}
${now === undefined && !isPast ? naming(view, path) : nothing}
${
  before.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">Before</h2>
<ul class="govuk-list govuk-list--bullet">${before.map(
        ({ name, startedOn, endedOn }) =>
          html`<li>${name}, ${formatDate(startedOn)} to ${endedOn ? formatDate(endedOn) : ''}</li>`,
      )}</ul>`
}`
}

function naming({ isUnderProtection, find, found, errors, keys }: LeadView, path: string): Html {
  if (!isUnderProtection)
    return html`<p class="govuk-body">No enquiry and no protection plan goes on for this child: there is nothing to lead.</p>`
  return html`${findWorkerForm(path, find)}
${
  find?.trim()
    ? html`<form method="post" action="${path}?${new URLSearchParams({ find }).toString()}" novalidate>
${formFields(keys)}
${workerRadios(found, find, errors)}
${found.length > 0 ? button({ text: 'Let them lead', preventDoubleClick: true }) : nothing}
</form>`
    : nothing
}`
}
