import { z } from 'zod'
import { workerCard } from '#modules/agencies'
import { findWorkers, personParams, recordFrame, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { endLead, nameLead } from '../commands/leadProtection.ts'
import { isUnderProtection } from '../queries/isUnderProtection.ts'
import { protectionLeadsOf } from '../queries/readLeads.ts'
import { leadPage } from './leadPage.ts'

const query = z.object({ find: z.string().max(100).optional().catch(undefined) })
type LeadVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>
const common = { admits: recordWriters, purpose: 'casework', query } as const
const url = '/people/:personId/protection-lead'

async function page(
  { work, params: { personId }, query: { find }, form }: LeadVisit,
  issues: readonly FormIssue[] = [],
): Promise<Reply> {
  const frame = await recordFrame(work, personId, null)
  if (!frame?.mayWrite) return notFound
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    title: 'Lead child protection practitioner - Record',
    hasErrors: issues.length > 0,
    before: frame.before,
    content: leadPage({
      personId,
      leads: await protectionLeadsOf(work, personId),
      isUnderProtection: await isUnderProtection(work, personId),
      isPast: work.knownAt !== null,
      find,
      found: await findWorkers(work, find),
      errors: fieldErrors(issues, ['worker']),
      keys: form,
    }),
    shown: { resource: 'protection_lead', subjectIds: [personId] },
  }
}

const show = route({
  ...common,
  method: 'GET',
  url,
  params: personParams,
  summary: 'Who leads the child protection work with a child',
  handle: visit => page(visit),
})

const name = route({
  ...common,
  method: 'POST',
  url,
  params: personParams,
  summary: 'Names the lead child protection practitioner of a child',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const frame = await recordFrame(work, params.personId, null)
    if (!frame?.mayWrite) return notFound
    const problem = (message: string) => page(visit, [{ path: ['worker'], message }])
    if (!(await isUnderProtection(work, params.personId)))
      return problem('No enquiry and no protection plan goes on for this child: there is nothing to lead')
    const leads = await protectionLeadsOf(work, params.personId)
    if (leads.some(({ endedOn }) => endedOn === null))
      return problem('Somebody leads already. End that first, then name another')
    const workerId = parseUuid(String(sent['worker'] ?? ''))
    const worker = workerId === null ? null : await workerCard(work, workerId)
    if (workerId === null || worker === null) return problem('Select the worker')
    await nameLead(work, { personId: params.personId, workerId })
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/protection-lead`,
      success: 'The worker was told',
    }
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: '/people/:personId/protection-lead/:leadId/end',
  params: personParams.extend({ leadId: uuidParam }),
  summary: 'Ends that somebody leads the child protection work with a child',
  async handle({ work, params }): Promise<Reply> {
    const frame = await recordFrame(work, params.personId, null)
    if (!frame?.mayWrite) return notFound
    const lead = (await protectionLeadsOf(work, params.personId)).find(({ id }) => id === params.leadId)
    if (lead === undefined) return notFound
    const isEnded = await endLead(work, params.personId, lead)
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/protection-lead`,
      success: isEnded ? 'They lead no more' : 'It had ended already',
    }
  },
})

export const protectionLeadRoutes = [show, name, end]
