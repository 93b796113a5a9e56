import { z } from 'zod'
import { csvLink, listQuery } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { html, insetText } from '#ui'
import { cellsTable, workforcePage } from '../../frame/index.ts'
import { type BandPractice, readPractice } from '../queries/readPractice.ts'
import { countText, rateText } from '../rules/suppressed.ts'
import { ratioText } from '../rules/words.ts'
import { caseloadPages } from './readers.ts'

const head = [
  'Children for one full-time worker',
  'Months of workers',
  'Newly led',
  'Seen within 60 days',
  'Days to the first visit',
  'Visits a child in a month',
  'New protection plans for 100 children a year',
]

const perHundred = (rate: number): string => ratioText(rate * 1200)
const percent = (rate: number): string => `${Math.round(rate * 100)}%`

const cellsOf = (row: BandPractice): readonly string[] => [
  row.band,
  countText(row.workerMonths),
  countText(row.begun),
  rateText(row.seen, row.begun, percent),
  row.seen < 5 ? 'Too few to say' : ratioText(row.daysToFirst / row.seen),
  rateText(row.visits, row.childMonths, ratioText),
  rateText(row.steppedUp, row.childMonths, perHundred),
]

/** `/workforce/caseload/practice`: first visits, visits and new plans against the caseload of whoever led. */
export const practiceRoute = route({
  ...caseloadPages,
  url: '/workforce/caseload/practice',
  query: z.object(listQuery),
  summary: 'Time to first visit, visits and step-up against the band of caseload, counts below 5 suppressed',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const rows = await readPractice(work)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'practice-by-caseload.csv',
        header: head,
        rows: rows.map(cellsOf),
        shown: 'nothing',
      }
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: 'Practice by caseload',
      back: '/workforce/caseload',
      content: html`<p class="govuk-body">The twelve full months before this one. A worker’s month is in the band in which they began it; a visit counts when it was held and the child was seen, whoever made it.</p>
${cellsTable('Practice by band of caseload', head, rows.map(cellsOf))}
${insetText({ text: 'Bands differ in more than their number of children: in teams, plans and experience. What stands beside a band is not shown to be caused by it. Numbers below 5 are not said.' })}
${csvLink(path)}`,
    })
  },
})
