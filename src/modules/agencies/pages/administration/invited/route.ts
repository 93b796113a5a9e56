import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { makeUuid, parseUuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { inviteWorker, withdrawInvited } from '../../../commands/inviteWorker.ts'
import { invitableWorkers, invitedWorkers } from '../../../queries/invitedWorkers.ts'
import { invitedPage, linkPage } from './page.ts'

const url = '/administration/invited'
const params = z.object({ workerId: z.string().transform(text => parseUuid(text)) })
const common = { admits: ['administrator'], purpose: 'administration' } as const

async function show(
  { work, form }: Visit<unknown, unknown, unknown>,
  issues: readonly FormIssue[] = [],
): Promise<Reply> {
  const keys = { ...form }
  const content = invitedPage({
    invited: await invitedWorkers(work),
    invitable: await invitableWorkers(work),
    errors: fieldErrors(issues),
    keys: () => ({ ...keys, submission: makeUuid() }), // several forms on one page
  })
  const hasErrors = issues.length > 0
  return {
    kind: 'page',
    title: 'Sign-in by invitation',
    current: '/administration',
    back: '/administration',
    status: hasErrors ? 422 : 200,
    hasErrors,
    isWide: true,
    content,
    shown: 'nothing',
  }
}

async function invite(visit: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const { worker } = visit.sent
  const workerId = typeof worker === 'string' ? parseUuid(worker) : null
  const made = workerId === null ? null : await inviteWorker(visit.work, workerId)
  if (made === null) return await show(visit, [{ path: ['worker'], message: 'Choose who is invited' }])
  return {
    kind: 'page',
    title: 'The invitation is made',
    current: '/administration',
    content: linkPage(visit.origin ?? '', made),
    shown: 'nothing',
  }
}

type OfWorker = Visit<z.infer<typeof params>, unknown, unknown>
async function withdraw({ work, params: { workerId } }: OfWorker): Promise<Reply> {
  if (workerId === null || !(await withdrawInvited(work, workerId))) return notFound
  return { kind: 'redirect', location: url, success: 'The person is signed out and can sign in no more' }
}

/** `/administration/invited`. */
export const invitedRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    url,
    summary: 'Who signs in by invitation',
    handle: visit => show(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url,
    summary: 'Makes an invitation, whose link is shown once',
    handle: invite,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/:workerId/withdraw`,
    params,
    summary: 'Withdraws an invitation or account',
    handle: withdraw,
  }),
]
