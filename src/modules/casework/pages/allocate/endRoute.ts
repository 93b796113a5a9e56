import { z } from 'zod'
import { workerNames } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { dateFieldsFrom, type FormIssue, fieldErrors, parseDateInput } from '#ui'
import { endAllocation } from '../../commands/endAllocation.ts'
import { heldBy } from '../../commands/holdings.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'
import { endPage, endRefusals } from './endPage.ts'

const params = z.object({ personId: uuidParam, allocationId: uuidParam })
type EndVisit = Visit<{ personId: Uuid; allocationId: Uuid }, unknown, unknown>

async function answer(
  { work, params, sent, form }: EndVisit,
  issues: readonly FormIssue[] = [],
): Promise<Reply> {
  const allocation = (await heldBy(work, [params.personId])).find(({ id }) => id === params.allocationId)
  if (allocation === undefined) return notFound
  const { workerId, personId } = allocation
  const names = await workerNames(work, workerId === null ? [] : [workerId])
  const content = endPage({
    allocation,
    workerName: workerId === null ? 'Nobody' : (names.get(workerId) ?? 'Somebody'),
    sent,
    errors: fieldErrors(issues, ['endedOn', 'reason'], { endedOn: 'endedOn-day' }),
    today: work.today,
    form,
  })
  return {
    kind: 'page',
    title: 'End an allocation',
    content,
    back: `/people/${personId}/allocate`,
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : {}),
    shown: { resource: 'allocation', subjectIds: [personId] },
  }
}

async function end(visit: EndVisit): Promise<Reply> {
  const { work, params, sent } = visit
  const date = parseDateInput(dateFieldsFrom(sent, 'endedOn'), 'Last day')
  if (date.outcome !== 'date') {
    const message = date.outcome === 'empty' ? 'Enter the last day' : date.message
    return await answer(visit, [{ path: ['endedOn'], message }])
  }
  const { reason } = sent
  const done = await endAllocation(work, {
    ...params,
    endedOn: date.date,
    reason: typeof reason === 'string' ? reason : '',
  })
  if (done.outcome === 'ended')
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/allocate`,
      success: 'The allocation has ended',
    }
  if (done.refusal === 'not_found') return notFound
  const { field, message } = endRefusals[done.refusal]
  return await answer(visit, [{ path: [field], message }])
}

const common = {
  url: '/people/:personId/allocations/:allocationId/end',
  admits: recordWriters,
  purpose: 'casework',
  params,
} as const

/** `/people/:personId/allocations/:allocationId/end`. */
export const endAllocationRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'Ask when and why an allocation ends',
    handle: visit => answer(visit),
  }),
  route({ ...common, method: 'POST', summary: 'End an allocation with its reason', handle: end }),
]
