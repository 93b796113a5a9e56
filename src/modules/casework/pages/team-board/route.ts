import { z } from 'zod'
import { ledTeams, listQuery, onPage, posts, readSetting, teams, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type Html, nothing } from '#ui'
import { withoutOversight } from '../../oversight/oversightQuality.ts'
import { teamLoads, unseenChildren, workerLoads } from '../../queries/teamBoard.ts'
import { teamTasks } from '../../queries/teamTasks.ts'
import { registries } from '../../registry/registries.ts'
import { boardCsv, unseenCsv } from './boardCsv.ts'
import { boardRows, byRule } from './boardRows.ts'
import { ledTeam, teamParams } from './ledTeam.ts'
import { boardPage } from './page.ts'
import { teamsPage } from './teamsPage.ts'

const query = z.object({ ...listQuery, list: z.enum(['unseen']).optional().catch(undefined) })
type Asked = z.infer<typeof query>

async function showBoard(visit: Visit<{ teamId: Uuid }, Asked, unknown>): Promise<Reply> {
  const { work, params, path } = visit
  const asked = await ledTeam(work, params.teamId)
  if ('refusal' in asked) return asked.refusal
  const { team: found } = asked
  const loads = await workerLoads(work, [found.id])
  const weeks = await readSetting(work, 'unseen.weeks')
  const allUnseen = await unseenChildren(work, [found.id], weeks)
  const isUnseenCsv = visit.query.format === 'csv' && visit.query.list === 'unseen'
  const unseen = isUnseenCsv ? allUnseen : onPage(allUnseen, visit.query.page)
  const people = new Map(
    (
      await personSummaries(
        work,
        unseen.map(child => child.personId),
      )
    ).map(one => [one.id, one]),
  )
  const held = await posts(work, { teamIds: [found.id] })
  const names = await workerNames(work, [
    ...new Set([...held, ...loads].map(one => one.workerId)),
    ...unseen.flatMap(({ workerId }) => (workerId === null ? [] : [workerId])),
  ])
  if (isUnseenCsv) return unseenCsv(unseen, people, names)
  const rows = byRule(boardRows(held, loads, names), await registries.caseloadSource?.onBoard(work, found.id))
  if (visit.query.format === 'csv') return boardCsv(rows)
  const overlooked = (await withoutOversight(work)).filter(child => child.teamId === found.id).length
  const queued = (await teamLoads(work, [found.id]))[0]?.queued ?? 0
  const alert = await readSetting(work, 'caseload.alert')
  const panels: Html[] = []
  for (const panel of registries.boardPanels) panels.push((await panel.show(work, found.id)) ?? nothing)
  const content = boardPage({
    team: found,
    rows,
    panels,
    unseen,
    unseenCount: allUnseen.length,
    page: visit.query.page,
    queued,
    overlooked,
    tasks: (await teamTasks(work, found.id)).length,
    people,
    workerNames: names,
    alert,
    weeks,
    isPast: work.knownAt !== null,
    path,
    today: work.today,
    now: work.now,
  })
  const shown = { resource: 'team_board', subjectIds: [...people.keys()], action: 'list' } as const
  return {
    kind: 'page',
    title: 'Team board',
    current: '/teams',
    content,
    isWide: true,
    back: '/teams',
    shown,
  }
}

async function showTeams({ work, query: asked, path }: Visit<unknown, Asked, unknown>): Promise<Reply> {
  const all = await teams(work)
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'teams.csv',
      header: ['Team', 'Kind', 'Service area', 'Organisation', 'Telephone'],
      rows: all.map(one => [one.name, one.kind, one.areaName, one.organisationName, one.telephone]),
      shown: 'nothing',
    }
  const led = await ledTeams(work, work.actor.id)
  const loads = new Map(
    (
      await teamLoads(
        work,
        led.map(({ id }) => id),
      )
    ).map(load => [load.teamId, load]),
  )
  const content = teamsPage({
    led,
    loads,
    teams: onPage(all, asked.page),
    count: all.length,
    page: asked.page,
    path,
  })
  return { kind: 'page', title: 'Teams', current: '/teams', content, isWide: true, shown: 'nothing' }
}

const common = { method: 'GET', admits: ['practitioner', 'duty'], purpose: 'casework', query } as const

/** `/teams` and each team's board. */
export const teamBoardRoutes = [
  route({
    ...common,
    url: '/teams',
    summary: 'Teams, with the numbers of those one directs',
    handle: showTeams,
  }),
  route({
    ...common,
    url: '/teams/:teamId/board',
    params: teamParams,
    summary: 'A team’s caseloads and children not seen',
    handle: showBoard,
  }),
]
