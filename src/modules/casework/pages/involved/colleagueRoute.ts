import { z } from 'zod'
import { rolesOf, workerCard } from '#modules/agencies'
import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { button, errorsAbove, type FormIssue, fieldErrors, html, nothing } from '#ui'
import { involveColleague } from '../../commands/involvements.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { smallPage } from '../frame/smallForm.ts'
import { findWorkerForm, findWorkers, workerRadios } from '../frame/workerPicker.ts'

const url = '/people/:personId/involved/colleague'
const query = z.object({ find: z.string().max(100).optional().catch(undefined) })
type ColleagueVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>

async function page(
  { work, params, query: { find }, form }: ColleagueVisit,
  issues: readonly FormIssue[],
): Promise<Reply> {
  if ((await writableSubjects(work, [params.personId])).size === 0) return notFound
  const errors = fieldErrors(issues, ['worker'])
  const found = await findWorkers(work, find)
  const action = `/people/${params.personId}/involved/colleague`
  const choose = html`<form method="post" action="${action}?${new URLSearchParams({ find: find ?? '' }).toString()}" novalidate>
  ${formFields(form)}
  ${workerRadios(found, find, errors)}
  ${button({ text: 'Let them see the plan', preventDoubleClick: true })}
</form>`
  return smallPage(work, params.personId, {
    title: 'Add a colleague - Record',
    resource: 'involvement',
    tab: null,
    hasErrors: issues.length > 0,
    content: async () => html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Add a colleague who uses Kith</h1>
<p class="govuk-body">From today they see who this is, who works with them and the plan. They do not see notes, assessments or
a confidential address. It ends when you say that they are no longer involved.</p>
${findWorkerForm(action, find)}
${found.length > 0 ? choose : find?.trim() ? html`<p class="govuk-body">No worker has this name.</p>` : nothing}`,
  })
}

async function add(visit: ColleagueVisit): Promise<Reply> {
  const { work, params, sent } = visit
  if ((await writableSubjects(work, [params.personId])).size === 0) return notFound
  const chosen = sent['worker']
  const workerId = typeof chosen === 'string' ? parseUuid(chosen) : null
  const worker = workerId === null ? null : await workerCard(work, workerId)
  if (worker === null || workerId === null)
    return page(visit, [{ path: ['worker'], message: 'Select the colleague' }])
  const [role = 'other_professional'] = await rolesOf(work, workerId)
  await involveColleague(work, { personId: params.personId, workerId, role })
  return {
    kind: 'redirect',
    location: `/people/${params.personId}/involved`,
    success: 'The colleague was told',
  }
}

const common = { url, admits: recordWriters, purpose: 'casework', params: personParams, query } as const

export const colleagueRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'Find a colleague to work with a person',
    handle: visit => page(visit, []),
  }),
  route({ ...common, method: 'POST', summary: 'Lets a colleague see the plan', handle: add }),
]
