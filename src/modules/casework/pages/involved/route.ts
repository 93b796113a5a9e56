import { z } from 'zod'
import { organisations } from '#modules/agencies'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  input,
  nothing,
  select,
  summaryList,
} from '#ui'
import { addInvolvement, endInvolvement } from '../../commands/involvements.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { type InvolvedWorker, whoIsInvolved } from '../../queries/whoIsInvolved.ts'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { roleWord } from '../frame/recordWords.ts'
import { buttonForm, smallPage } from '../frame/smallForm.ts'

const base = '/people/:personId/involved'
const roles = [
  'health_visitor',
  'school_nurse',
  'designated_safeguarding_lead',
  'teacher',
  'general_practitioner',
  'midwife',
  'paediatrician',
  'police_officer',
  'probation_officer',
  'housing_officer',
  'family_support_worker',
  'advocate',
  'other_professional',
] as const

type InvolvedVisit = Pick<Visit<{ personId: Uuid }, unknown, unknown>, 'work' | 'params' | 'sent' | 'form'>

function page({ work, params, sent, form }: InvolvedVisit, errors: FieldErrors): Promise<Reply> {
  return smallPage(work, params.personId, {
    title: 'Who is involved - Record',
    resource: 'involvement',
    tab: null,
    hasErrors: errors.list.length > 0,
    content: async ({ mayWrite }) => {
      const involved = (await whoIsInvolved(work, params.personId)).filter(one => one.held === 'involvement')
      const agencies = mayWrite ? (await organisations(work)).filter(({ endedOn }) => endedOn === null) : []
      return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Who is involved</h1>
<p class="govuk-body"><a class="govuk-link" href="/people/${params.personId}/ecomap">Who and what is around them, drawn (ecomap)</a></p>
${involved.length === 0 ? html`<p class="govuk-body">No professional of another agency is recorded.</p>` : list(params.personId, involved, mayWrite, form)}
${mayWrite ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${params.personId}/involved/colleague">Add a colleague who uses Kith</a>, who then sees the plan.</p>` : nothing}
${mayWrite ? addForm(params.personId, agencies, sent, errors, form) : nothing}`
    },
  })
}

function list(personId: Uuid, involved: readonly InvolvedWorker[], mayWrite: boolean, keys: FormKeys): Html {
  return summaryList({
    rows: involved.map(one => ({
      key: { text: one.name ?? 'Name not known' },
      value: {
        html: html`${[roleWord(one.role), one.agency, one.telephone].filter(Boolean).join(', ')}
${mayWrite ? buttonForm(`/people/${personId}/involved/${one.id}/end`, html`No longer involved<span class="govuk-visually-hidden">: ${one.name}</span>`, keys) : nothing}`,
      },
    })),
  })
}

type Agencies = Awaited<ReturnType<typeof organisations>>

function addForm(
  personId: Uuid,
  agencies: Agencies,
  sent: InvolvedVisit['sent'],
  errors: FieldErrors,
  keys: FormKeys,
): Html {
  const typed = new Fields(sent)
  const text = (name: string, label: string, type = 'text') =>
    input({
      name,
      type,
      label: { text: label, classes: 'govuk-label--s' },
      value: typed.typed(name),
      errorMessage: errors.of(name),
    })
  return html`<h2 class="govuk-heading-m">Add a professional</h2>
<form method="post" action="/people/${personId}/involved" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${text('name', 'Name')}
  ${select({
    name: 'role',
    label: { text: 'Role', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Select a role' },
      ...roles.map(role => ({ value: role, text: roleWord(role) })),
    ],
    value: typed.typed('role'),
    errorMessage: errors.of('role'),
  })}
  ${select({
    name: 'organisation',
    label: { text: 'Agency (optional)', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'Not listed' },
      ...agencies.map(agency => ({ value: agency.id, text: agency.name })),
    ],
    value: typed.typed('organisation'),
  })}
  ${text('telephone', 'Telephone', 'tel')}
  ${text('email', 'Email (optional)', 'email')}
  ${dateFields({ name: 'since', legend: 'Since (optional)', hint: 'Today, when left empty', value: dateFieldsFrom(sent, 'since'), error: errors.of('since') })}
  ${button({ text: 'Add', preventDoubleClick: true })}
</form>`
}

const show = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Professionals of other agencies who work with a person',
  purpose: 'casework',
  params: personParams,
  handle: visit => page(visit, fieldErrors([])),
})

const add = route({
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Adds a professional who works with a person',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    if ((await writableSubjects(work, [params.personId])).size === 0) return notFound
    const fields = new Fields(sent)
    const name = fields.text('name', 200, 'Enter their name')
    const role = fields.choice('role', roles, 'Select their role')
    const telephone = fields.text('telephone', 50)
    const email = fields.text('email', 200)
    const since = fields.date('since', 'Date') ?? work.today
    if (Temporal.PlainDate.compare(since, work.today) > 0)
      fields.problem('since', 'Date must be today or in the past')
    const typedAgency = fields.typed('organisation')
    const agency = (await organisations(work)).find(one => one.id === typedAgency)
    if (name === null || role === null || fields.issues.length > 0)
      return page(
        visit,
        fieldErrors(fields.issues, ['name', 'role', 'telephone', 'email'], { since: 'since-day' }),
      )
    const organisationId = agency?.id ?? null
    const startedOn = since
    await addInvolvement(work, {
      personId: params.personId,
      name,
      role,
      organisationId,
      telephone,
      email,
      startedOn,
    })
    return { kind: 'redirect', location: `/people/${params.personId}`, success: 'Professional added' }
  },
})

const end = route({
  method: 'POST',
  url: `${base}/:involvementId/end`,
  admits: recordWriters,
  summary: 'Ends a professional’s involvement',
  purpose: 'casework',
  params: z.object({ personId: uuidParam, involvementId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    if (!(await endInvolvement(work, params))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/involved`, success: 'Involvement ended' }
  },
})

export const involvedRoutes = [show, add, end]
