import { z } from 'zod'
import { ledTeams, listQuery, onPage, postsOf, type Team, team } from '#modules/agencies'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { giveTask } from '../../commands/tasks.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { holdersOf } from '../../queries/holdersOf.ts'
import { type TeamTask, teamTasks } from '../../queries/teamTasks.ts'
import { uuidParam } from '../frame/recordParams.ts'
import { ledTeam, teamParams } from '../team-board/ledTeam.ts'
import { chosenTasks, taskFilters } from './chosenTasks.ts'
import { teamTasksPage } from './page.ts'

const query = z.object({ ...listQuery, ...taskFilters })
type TasksVisit = Visit<{ teamId: Uuid }, z.infer<typeof query>, unknown>

/** The team, for those who direct its work and those who have a post in it; what is listed is what each may read. */
async function ownTeam(work: Work, teamId: Uuid): ReturnType<typeof ledTeam> {
  const led = await ledTeam(work, teamId)
  if ('team' in led) return led
  const own = await team(work, teamId)
  const isMember = (await postsOf(work, work.actor.id)).some(post => post.teamId === teamId)
  return own !== null && isMember ? { team: own } : led
}

async function show(visit: TasksVisit): Promise<Reply> {
  const own = await ownTeam(visit.work, visit.params.teamId)
  return 'refusal' in own ? own.refusal : await answer(visit, own.team, [])
}

async function answer(visit: TasksVisit, own: Team, issues: readonly FormIssue[]): Promise<Reply> {
  const { work, query: asked, form } = visit
  const all = await teamTasks(work, own.id)
  const chosen = chosenTasks(all, asked, work.today)
  const isCsv = asked.format === 'csv'
  const tasks = isCsv ? chosen : onPage(chosen, asked.page)
  const ids = [...new Set(tasks.map(({ personId }) => personId))]
  const people = new Map((await personSummaries(work, ids)).map(one => [one.id, one]))
  const shown = {
    resource: 'team_tasks',
    subjectIds: [...people.keys()],
    action: isCsv ? 'export' : 'list',
  } as const
  if (isCsv) return { ...tasksCsv(tasks, people), shown }
  const content = teamTasksPage({
    team: own,
    tasks,
    count: chosen.length,
    isAny: all.length > 0,
    page: asked.page,
    choice: asked,
    people,
    holders: await holdersOf(work, ids),
    writable: await writableSubjects(work, ids),
    me: work.actor.id,
    errors: fieldErrors(issues),
    today: work.today,
    now: work.now,
    path: issues.length > 0 ? `/teams/${own.id}/tasks` : visit.path,
    form,
  })
  return {
    kind: 'page',
    title: 'Tasks of a team',
    current: '/teams',
    content,
    isWide: true,
    back: (await ledTeams(work, work.actor.id)).some(({ id }) => id === own.id)
      ? `/teams/${own.id}/board`
      : '/teams',
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : {}),
    shown,
  }
}

function tasksCsv(tasks: readonly TeamTask[], people: ReadonlyMap<Uuid, PersonSummary>) {
  return {
    kind: 'csv',
    fileName: 'team-tasks.csv',
    header: ['Child', 'LA child ID', 'What', 'Due', 'Whose'],
    rows: tasks.map(task => {
      const person = people.get(task.personId)
      return [person?.displayName, person?.laChildId, task.title, task.dueOn, task.workerName]
    }),
  } as const
}

async function give(
  visit: Visit<{ teamId: Uuid; taskId: Uuid }, z.infer<typeof query>, unknown>,
): Promise<Reply> {
  const { work, params, sent } = visit
  const own = await ownTeam(work, params.teamId)
  if ('refusal' in own) return own.refusal
  const task = (await teamTasks(work, own.team.id)).find(({ id }) => id === params.taskId)
  if (task === undefined) return notFound
  if ((await writableSubjects(work, [task.personId])).size === 0) return notFound
  const { worker } = sent
  const workerId = typeof worker === 'string' ? parseUuid(worker) : null
  const holders = (await holdersOf(work, [task.personId])).get(task.personId) ?? []
  const isOffered = workerId === work.actor.id || holders.some(({ id }) => id === workerId)
  if (workerId === null || !isOffered)
    return await answer(visit, own.team, [{ path: [`worker-${task.id}`], message: 'Select whom it is for' }])
  const { personId } = task
  if (!(await giveTask(work, { ...params, personId, workerId }))) return notFound
  const success = workerId === work.actor.id ? 'The task is yours' : 'Task given'
  return { kind: 'redirect', location: `/teams/${own.team.id}/tasks`, success }
}

const common = { admits: ['practitioner', 'duty'], purpose: 'casework', query } as const

/** Open tasks that were given to a team, and who of it does them. */
export const teamTasksRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/teams/:teamId/tasks',
    summary: 'Open tasks of a team',
    params: teamParams,
    handle: show,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/teams/:teamId/tasks/:taskId',
    summary: 'Take a task of the team, or give it to a worker',
    params: z.object({ teamId: uuidParam, taskId: uuidParam }),
    handle: give,
  }),
]
