import { z } from 'zod'
import { areas, csvLink, listQuery, posts, teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, html, plural, readAsAt } from '#ui'
import { cellsTable, dayQuery, linkTo, onIfPast, workforcePage } from '../../frame/index.ts'
import { fteText, ratioText } from '../rules/words.ts'
import { caseloadPages } from './readers.ts'

const url = '/workforce/caseload/span'

/** What stands under one area and its leaders. */
type Span = {
  readonly area: string
  readonly leaders: readonly string[]
  readonly teams: number
  readonly workers: number
  readonly fte: number
}

/** Service leaders with the teams, people and FTE of their area on a day. */
async function spans(work: Work, day: Temporal.PlainDate): Promise<readonly Span[]> {
  const held = (await posts(work, { past: true })).filter(
    ({ startedOn, endedOn }) =>
      Temporal.PlainDate.compare(startedOn, day) <= 0 &&
      (endedOn === null || Temporal.PlainDate.compare(endedOn, day) >= 0),
  )
  const all = (await teams(work, { ended: true })).filter(
    ({ endedOn }) => endedOn === null || Temporal.PlainDate.compare(endedOn, day) >= 0,
  )
  return (await areas(work)).map(({ id, name }) => {
    const own = new Set(all.filter(team => team.areaId === id).map(team => team.id))
    const under = held.filter(({ teamId, fte }) => teamId !== null && own.has(teamId) && fte > 0)
    return {
      area: name,
      leaders: held
        .filter(post => post.role === 'service_leader' && post.areaId === id)
        .map(post => post.workerName),
      teams: own.size,
      workers: new Set(under.map(({ workerId }) => workerId)).size,
      fte: under.reduce((sum, { fte }) => sum + fte, 0),
    }
  })
}

/** For each leader: of two who share an area, half. */
const each = (number: number, { leaders }: Span): string =>
  leaders.length === 0 ? 'No leader' : ratioText(number / leaders.length)

/** `/workforce/caseload/span`: teams, workers and FTE for each service leader. */
export const spanRoute = route({
  ...caseloadPages,
  url,
  query: z.object({ ...listQuery, ...dayQuery }),
  summary: 'Span of control: teams, workers and FTE for each service leader on any day',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const asAt = readAsAt(asked, work.today)
    const rows = await spans(work, asAt.day)
    const head = [
      'Area',
      'Service leaders',
      'Teams',
      'Workers',
      'FTE',
      'Teams for each leader',
      'Workers for each leader',
    ]
    const cells = (row: Span): readonly string[] => [
      row.leaders.length === 0 ? 'Nobody' : row.leaders.join(', '),
      String(row.teams),
      String(row.workers),
      fteText(row.fte),
      each(row.teams, row),
      each(row.workers, row),
    ]
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'span-of-control.csv',
        header: head,
        rows: rows.map(row => [row.area, ...cells(row)]),
        shown: 'nothing',
      }
    const on = onIfPast(asAt.day, work.today)
    const leaders = rows.reduce((sum, row) => sum + row.leaders.length, 0)
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: 'Span of control',
      back: '/workforce/caseload',
      ...(asAt.problem === null ? {} : { hasErrors: true }),
      content: html`<p class="govuk-body">${plural(leaders, 'service leader')} in ${plural(rows.length, 'area')}.</p>
${asAtForm({ action: url, asAt, today: work.today })}
${cellsTable(
  'Service leaders',
  head,
  rows.map(row => [
    linkTo(
      `/workforce/people?area=${encodeURIComponent(row.area)}${on === null ? '' : `&on=${on}`}`,
      row.area,
    ),
    ...cells(row),
  ]),
)}${csvLink(path)}`,
    })
  },
})
