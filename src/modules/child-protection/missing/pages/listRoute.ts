import { z } from 'zod'
import { listQuery, onPage } from '#modules/agencies'
import { type PersonSummary, personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { formatDateTime } from '#ui'
import {
  interviewsDue,
  type MissingMonth,
  type MissingRow,
  missingByMonth,
  missingNow,
} from '../queries/missingList.ts'
import { hoursAway, hoursInWords } from '../rules/episode.ts'
import { shortKinds, shortRisks } from '../rules/words.ts'
import { listPage } from './listPage.ts'
import { monthsPage, monthWords } from './monthsPage.ts'

const query = z.object({
  ...listQuery,
  show: z.enum(['now', 'interviews', 'months']).catch('now').default('now'),
  team: z
    .string()
    .transform(text => parseUuid(text))
    .nullable()
    .catch(null)
    .default(null),
})

/** `/missing`: children of the reader's who are away, interviews to be held, and what the months held. */
export const missingListRoute = route({
  method: 'GET',
  url: '/missing',
  admits: ['practitioner', 'duty'],
  summary: 'Children who are missing now, interviews due, and counts by month',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const isCsv = asked.format === 'csv'
    if (asked.show === 'months') {
      const months = await missingByMonth(work)
      const shown = { resource: 'missing_months', subjectIds: [] as Uuid[], action: 'list' } as const
      if (isCsv) return { ...monthsCsv(months), shown }
      return {
        kind: 'page',
        title: 'Missing by month',
        current: '/missing',
        isWide: true,
        content: monthsPage(months, path),
        shown,
      }
    }
    const all = asked.show === 'now' ? await missingNow(work) : await interviewsDue(work)
    const chosen = all.filter(({ teamId }) => asked.team === null || teamId === asked.team)
    const rows = isCsv ? chosen : onPage(chosen, asked.page)
    const summaries = await personSummaries(work, [...new Set(rows.map(({ personId }) => personId))])
    const people = new Map(summaries.map(one => [one.id, one]))
    const subjectIds = [...people.keys()]
    if (isCsv)
      return {
        ...rowsCsv(rows, people, work.now),
        shown: { resource: 'missing_list', subjectIds, action: 'export' },
      }
    return {
      kind: 'page',
      title: asked.show === 'now' ? 'Missing now' : 'Return interviews due',
      current: '/missing',
      isWide: true,
      content: listPage({
        show: asked.show,
        all,
        count: chosen.length,
        rows,
        people,
        team: asked.team,
        page: asked.page,
        path,
        now: work.now,
      }),
      shown: { resource: 'missing_list', subjectIds, action: 'list' },
    }
  },
})

function rowsCsv(
  rows: readonly MissingRow[],
  people: ReadonlyMap<Uuid, PersonSummary>,
  now: Temporal.Instant,
) {
  return {
    kind: 'csv',
    fileName: 'missing.csv',
    header: [
      'Child',
      'LA child ID',
      'Team',
      'Worker',
      'What',
      'Risk',
      'Missing from',
      'Back',
      'How long',
      'Police told',
      'Interview due',
      'Interview offered',
    ],
    rows: rows.map(row => {
      const person = people.get(row.personId)
      const away = { startedAt: row.startedAt, returned: row.foundAt === null ? null : { at: row.foundAt } }
      return [
        person?.displayName,
        person?.laChildId,
        row.teamName,
        row.workerName,
        shortKinds[row.kind],
        shortRisks[row.risk],
        formatDateTime(row.startedAt),
        row.foundAt && formatDateTime(row.foundAt),
        hoursInWords(hoursAway(away, now)),
        row.policeTold ? 'Yes' : 'No',
        row.dueAt && formatDateTime(row.dueAt),
        row.isOffered ? 'Yes' : 'No',
      ]
    }),
  } as const
}

const monthsCsv = (months: readonly MissingMonth[]) =>
  ({
    kind: 'csv',
    fileName: 'missing-by-month.csv',
    header: [
      'Month',
      'Absences',
      'Children',
      'Came back',
      'Interview offered',
      'Interview held',
      'Held within 72 hours',
    ],
    rows: months.map(one => [
      monthWords(one.month),
      one.absences,
      one.children,
      one.ended,
      one.offered,
      one.done,
      one.doneInTime,
    ]),
  }) as const
