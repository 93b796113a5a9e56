import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { asAtForm, html, insetText, readAsAt } from '#ui'
import { cellsTable, dayQuery, workforcePage } from '../../frame/index.ts'
import { readWeights, type Weighed } from '../queries/readWeights.ts'
import { ratioText } from '../rules/words.ts'
import { caseloadPages } from './readers.ts'

const url = '/workforce/caseload/weighted'

/** `/workforce/caseload/weighted`: a second view, by plan and need, with its weights stated and never mixed into the ratio. */
export const weightedRoute = route({
  ...caseloadPages,
  url,
  query: z.object({ ...listQuery, ...dayQuery }),
  summary: 'Caseload weighted by plan and need, a view apart',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const asAt = readAsAt(asked, work.today)
    const { weights, rows } = await readWeights(work, asAt.day)
    if (asked.format === 'csv') return csv(rows)
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: 'Caseload weighted by need',
      back: '/workforce/caseload',
      ...(asAt.problem === null ? {} : { hasErrors: true }),
      content: html`${insetText({
        text: `A view apart from children for one full-time worker, which it never changes. A child with a protection plan weighs ${weights.protection}, with a child in need plan ${weights.inNeed}, any other ${weights.other}, and ${weights.need} more for each need that is not met yet. These weights are the authority’s judgement.`,
      })}
${asAtForm({ action: url, asAt, today: work.today })}
${rows.length === 0 ? html`<p class="govuk-body">Nobody leads for a child on that day.</p>` : table(onPage(rows, asked.page))}
${pageLinks(path, asked.page, rows.length, 'workers')}${csvLink(path)}`,
    })
  },
})

const table = (rows: readonly Weighed[]) =>
  cellsTable(
    'Workers, the heaviest first',
    ['Worker', 'Team', 'Protection plans', 'Child in need plans', 'Other children', 'Open needs', 'Weight'],
    rows.map(row => [
      row.workerName,
      row.teamName,
      String(row.protection),
      String(row.inNeed),
      String(row.other),
      String(row.needs),
      ratioText(row.weight),
    ]),
  )

const csv = (rows: readonly Weighed[]): Reply => ({
  kind: 'csv',
  fileName: 'caseload-weighted.csv',
  header: [
    'Worker',
    'Team',
    'Service area',
    'Protection plans',
    'Child in need plans',
    'Other children',
    'Open needs',
    'Weight',
  ],
  rows: rows.map(row => [
    row.workerName,
    row.teamName,
    row.areaName,
    row.protection,
    row.inNeed,
    row.other,
    row.needs,
    row.weight,
  ]),
  shown: 'nothing',
})
