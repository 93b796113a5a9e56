import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, team as readTeam } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { remembering } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { asAtForm, html, readAsAt } from '#ui'
import { cellsTable, dayQuery, linkTo, onIfPast, workforcePage } from '../../frame/index.ts'
import { readStrip } from '../queries/readCaseload.ts'
import { readWorkers, type WorkerCaseload } from '../queries/readWorkers.ts'
import { type CaseloadRule, loadOf, standingOf } from '../rules/caseloadRule.ts'
import { countedWord, fteText, ratioText, standingCell, standingText } from '../rules/words.ts'
import { alertTag } from './alertTag.ts'
import { caseloadPages } from './readers.ts'
import { strip } from './strip.ts'

const url = '/workforce/caseload/teams/:teamId'

/** The caseload of one team by worker, and over two years. */
export const teamRoute = route({
  ...caseloadPages,
  url,
  params: z.object({ teamId: uuidParam }),
  query: z.object({ ...listQuery, ...dayQuery }),
  summary: 'A team’s caseload by worker on any day, and over two years',
  async handle({ work: given, params, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const team = await readTeam(work, params.teamId)
    if (team === null) return notFound
    const asAt = readAsAt(asked, work.today)
    const { rule, workers, team: whole } = await readWorkers(work, team.id, asAt.day)
    if (asked.format === 'csv') return csv(workers, asAt.day)
    const place = `/workforce/caseload/teams/${team.id}`
    const standing = whole === null ? null : standingOf(whole, rule)
    const on = onIfPast(asAt.day, work.today)
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: `Caseload of ${team.name}`,
      back: '/workforce/caseload',
      ...(asAt.problem === null ? {} : { hasErrors: true }),
      content: html`<p class="govuk-body-l">${standing === null ? 'Nobody holds children for this team on that day.' : html`${countedWord(rule)} for one full-time worker: <strong>${standingText(standing, rule)}</strong>.`}</p>
<p class="govuk-body">${linkTo('/workforce/caseload/rule', 'How this is counted')}. What counts of one colleague’s hours is shown to them, to those who lead them, and to directors; for others the FTE of the post stands.</p>
${asAtForm({ action: place, asAt, today: work.today })}
${workers.length === 0 ? '' : workerTable(onPage(workers, asked.page), rule, { teamId: team.id, on })}
${pageLinks(path, asked.page, workers.length, 'workers')}${csvLink(path)}
<h2 class="govuk-heading-m">Two years</h2>
${strip(await readStrip(work, asAt.day, team.id), rule, 'Children for one full-time worker of this team')}`,
    })
  },
})

function workerTable(
  workers: readonly WorkerCaseload[],
  rule: CaseloadRule,
  { teamId, on }: { readonly teamId: string; readonly on: string | null },
) {
  const query = on === null ? '' : `&on=${on}`
  return cellsTable(
    'Workers, the most pressed first',
    [
      'Worker',
      countedWord(rule),
      'Co-worked',
      'FTE of posts',
      'FTE counted',
      'For one full-time worker',
      'Alert',
    ],
    workers.map(one => [
      one.name,
      linkTo(
        `/workforce/caseload/teams/${teamId}/children?worker=${one.workerId}${query}`,
        ratioText(loadOf(one.held, rule)),
      ),
      ratioText(one.held.coWorked),
      linkTo(`/workforce/people?team=${teamId}${query}`, fteText(one.held.fte)),
      one.held.counted === null ? 'Not shown' : fteText(one.held.counted),
      standingText(one.standing, rule),
      alertTag(one.standing, rule),
    ]),
  )
}

const csv = (workers: readonly WorkerCaseload[], day: Temporal.PlainDate): Reply => ({
  kind: 'csv',
  fileName: `caseload-of-team-${day.toString()}.csv`,
  header: [
    'Worker',
    'On',
    'Children led',
    'Families',
    'Co-worked',
    'FTE of posts',
    'FTE counted',
    'For one full-time worker',
  ],
  rows: workers.map(({ name, held, standing }) => [
    name,
    day,
    held.led,
    held.families,
    held.coWorked,
    held.fte,
    held.counted,
    standingCell(standing),
  ]),
  shown: 'nothing',
})
