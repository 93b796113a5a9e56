import { z } from 'zod'
import { listQuery, onPage, postsOf, type Team, team, teams, workerCard } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors, plural } from '#ui'
import { allocateChildren } from '../../commands/allocateChildren.ts'
import { ledBy } from '../../queries/ledBy.ts'
import { unallocated } from '../../queries/unallocated.ts'
import { uuidParam } from '../frame/recordParams.ts'
import { ledTeam, teamParams } from '../team-board/ledTeam.ts'
import { candidates } from './candidates.ts'
import { parseAllocation } from './form.ts'
import { namesFor } from './namesFor.ts'
import { LOOK_FIRST, queuePage } from './queuePage.ts'
import { refusalIssues } from './refusalIssues.ts'

const query = z.object({
  ...listQuery,
  /** The team whose workers are offered. */
  team: uuidParam.optional().catch(undefined),
  /** One worker's children instead of the queue. */
  holder: uuidParam.optional().catch(undefined),
  /** Children to select from the start: those of a contact that was just decided. */
  child: z
    .union([uuidParam.transform(id => [id]), z.array(uuidParam).max(50)])
    .optional()
    .catch(undefined),
})
type QueueVisit = Visit<{ teamId: Uuid }, z.infer<typeof query>, unknown>

async function show(visit: QueueVisit): Promise<Reply> {
  const { work, params } = visit
  const asked = await ledTeam(work, params.teamId)
  if ('team' in asked) return await answer(visit, asked.team, [])
  // Workers of a duty team may open every child of its queue (access: duty_queue), so they see who waits.
  const own = await team(work, params.teamId)
  const isDuty = own !== null && (own.kind === 'duty' || own.kind === 'front_door')
  const isMember = (await postsOf(work, work.actor.id)).some(({ teamId }) => teamId === params.teamId)
  return isDuty && isMember ? await answer(visit, own, [], false) : asked.refusal
}

async function answer(
  visit: QueueVisit,
  from: Team,
  issues: readonly FormIssue[],
  mayAllocate = true,
): Promise<Reply> {
  const { work, query: asked, sent, path, form } = visit
  const holder = asked.holder === undefined ? null : await workerCard(work, asked.holder)
  const asking = asked.child ?? []
  const all = askedFirst(
    holder === null ? await unallocated(work, [from.id]) : await ledBy(work, holder.id, from.id),
    asking,
  )
  const isCsv = asked.format === 'csv'
  const children = isCsv ? all : onPage(all, asked.page)
  const people = new Map(
    (
      await personSummaries(
        work,
        children.map(one => one.personId),
      )
    ).map(one => [one.id, one]),
  )
  const shown = {
    resource: 'team_queue',
    subjectIds: [...people.keys()],
    action: isCsv ? 'export' : 'list',
  } as const
  if (isCsv)
    return {
      kind: 'csv',
      fileName: 'children-to-allocate.csv',
      header: ['Child', 'LA child ID', 'Age', 'Since', 'Why here'],
      rows: children.map(({ personId, since, reason }) => {
        const person = people.get(personId)
        return [person?.displayName, person?.laChildId, person?.age, since, reason]
      }),
      shown,
    }
  const to = (asked.team && (await team(work, asked.team))) || from
  const child = Object.keys(sent).length > 0 ? sent['child'] : asking
  const ticked = [child].flat().flatMap(id => (typeof id === 'string' ? (parseUuid(id) ?? []) : []))
  const content = queuePage({
    from,
    mayAllocate,
    holder: holder && { id: holder.id, name: holder.displayName },
    children,
    count: all.length,
    page: asked.page,
    people,
    teams: await teams(work),
    asked: asking,
    ticked: new Set(ticked),
    team: to,
    candidates: await candidates(work, to.id, ticked),
    offersQueue: holder !== null || to.id !== from.id,
    sent,
    errors: fieldErrors(issues, ['child', 'worker', 'role', 'startedOn', 'reason'], {
      startedOn: 'startedOn-day',
    }),
    today: work.today,
    path,
    form,
  })
  return {
    kind: 'page',
    title: 'Allocate children',
    current: '/teams',
    content,
    isWide: true,
    back: mayAllocate ? `/teams/${from.id}/board` : '/teams',
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : {}),
    shown,
  }
}

/** Children whom the address names stand first, so that none of them is left behind on a later page. */
function askedFirst<Child extends { readonly personId: Uuid }>(
  children: readonly Child[],
  asked: readonly Uuid[],
): readonly Child[] {
  const isAsked = ({ personId }: Child) => asked.includes(personId)
  return [...children.filter(isAsked), ...children.filter(child => !isAsked(child))]
}

async function allocate(visit: QueueVisit): Promise<Reply> {
  const { work, params, query: asked, sent } = visit
  const found = await ledTeam(work, params.teamId)
  if ('refusal' in found) return found.refusal
  if (sent[LOOK_FIRST] !== undefined) return await answer(visit, found.team, [])
  const to = asked.team ?? found.team.id
  // Children taken from a worker's caseload leave that lead; those of the queue have none to leave.
  const parsed = parseAllocation(sent, to, asked.holder !== undefined)
  if (!parsed.ok) return await answer(visit, found.team, parsed.issues)
  const done = await allocateChildren(work, parsed.wanted)
  if (done.outcome === 'refused') {
    const names = await namesFor(work, done.refusals)
    return await answer(visit, found.team, refusalIssues(done.refusals, names))
  }
  const holder = asked.holder === undefined ? '' : `?holder=${asked.holder}`
  return {
    kind: 'redirect',
    location: `/teams/${found.team.id}/queue${holder}`,
    success: `${plural(done.children, 'child was', 'children were')} allocated`,
  }
}

const common = {
  url: '/teams/:teamId/queue',
  admits: ['practitioner', 'duty'],
  purpose: 'casework',
  params: teamParams,
  query,
} as const

/** A team's queue, or one worker's children, to give to others. */
export const queueRoutes = [
  route({ ...common, method: 'GET', summary: 'Children of a team who wait for a worker', handle: show }),
  route({ ...common, method: 'POST', summary: 'Allocate children to a worker or a queue', handle: allocate }),
]
