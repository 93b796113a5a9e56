import { z } from 'zod'
import { ledTeams, team, teams, workerNames } from '#modules/agencies'
import { personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { allocateChildren } from '../../commands/allocateChildren.ts'
import { heldBy } from '../../commands/holdings.ts'
import { familyChildren } from '../../queries/familyChildren.ts'
import { personParams, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { candidates, partnerCandidates } from './candidates.ts'
import { childPage } from './childPage.ts'
import { parseAllocation } from './form.ts'
import { namesFor } from './namesFor.ts'
import { refusalIssues } from './refusalIssues.ts'

const query = z.object({ team: uuidParam.optional().catch(undefined) })
type ChildVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>

/** The child and those brothers and sisters whom the reader may see: a family is given together more often than not. */
const together = async (work: Work, personId: Uuid): Promise<readonly Uuid[]> =>
  (await familyChildren(work, personId)).map(({ id }) => id)

/** Who holds the child and, for those who direct a team that does, the form; absent and hidden look alike. */
async function answer(visit: ChildVisit, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, params, query: asked, sent, form } = visit
  const person = await personSummary(work, params.personId)
  if (person === null) return notFound
  const held = await heldBy(work, [person.id])
  const running = held.filter(one => one.endedOn === null)
  const led = await ledTeams(work, work.actor.id)
  const mine = running.length === 0 ? led : led.filter(one => running.some(({ teamId }) => teamId === one.id))
  const [usual] = [...mine, ...led]
  const all = await teams(work, { ended: true })
  const to = (asked.team && (await team(work, asked.team))) || usual || all[0]
  if (to === undefined) return notFound
  const mayAllocate = mine.length > 0
  const offered = mayAllocate ? await candidates(work, to.id, await together(work, person.id)) : []
  const content = childPage({
    person,
    held,
    workerNames: await workerNames(
      work,
      held.flatMap(({ workerId }) => (workerId === null ? [] : [workerId])),
    ),
    teamNames: new Map(all.map(one => [one.id, one.name])),
    teams: await teams(work),
    mayAllocate,
    team: to,
    candidates: offered,
    partners: mayAllocate ? await partnerCandidates(work, person.id, offered) : [],
    offersQueue: true,
    sent,
    errors: fieldErrors(issues, ['worker', 'role', 'startedOn', 'reason', 'child'], {
      startedOn: 'startedOn-day',
    }),
    today: work.today,
    form,
  })
  return {
    kind: 'page',
    title: 'Allocate',
    content,
    back: `/people/${person.id}`,
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : {}),
    shown: { resource: 'allocation', subjectIds: [person.id] },
  }
}

async function allocate(visit: ChildVisit): Promise<Reply> {
  const { work, params, query: asked, sent } = visit
  if ((await personSummary(work, params.personId)) === null) return notFound
  const { transfer } = sent
  const to = asked.team ?? (await ledTeams(work, work.actor.id))[0]?.id
  if (to === undefined) return { kind: 'forbidden', ask: 'the manager of the team that holds the child' }
  const parsed = parseAllocation({ ...sent, child: params.personId }, to, transfer === 'yes')
  if (!parsed.ok) return await answer(visit, parsed.issues)
  const done = await allocateChildren(work, parsed.wanted)
  if (done.outcome === 'refused')
    return await answer(visit, refusalIssues(done.refusals, await namesFor(work, done.refusals)))
  return {
    kind: 'redirect',
    location: `/people/${params.personId}/allocate`,
    success: 'The child was allocated',
  }
}

const common = {
  url: '/people/:personId/allocate',
  admits: recordWriters,
  purpose: 'casework',
  params: personParams,
  query,
} as const

/** `/people/:personId/allocate`. */
export const childAllocationRoutes = [
  route({
    ...common,
    method: 'GET',
    summary: 'Who holds a child, and has held them',
    handle: visit => answer(visit),
  }),
  route({ ...common, method: 'POST', summary: 'Give one child to a worker or a queue', handle: allocate }),
]
