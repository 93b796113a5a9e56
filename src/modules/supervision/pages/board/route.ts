import { z } from 'zod'
import { ledTeams, listQuery, onPage, rolesOf, roleWords } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { isOverdue, type Supervisee, supervisee, supervisees } from '../../queries/supervisees.ts'
import { common } from '../common.ts'
import { type BoardState, boardPage, boardStates } from './boardPage.ts'
import { dueWords, everyWords, openWords } from './dueWords.ts'

const query = z.object({ ...listQuery, state: z.enum(boardStates).optional().catch(undefined) })
const SOON = 7

/** Whether a worker belongs to a part of the list. */
function isIn(state: BoardState, row: Supervisee, today: Temporal.PlainDate): boolean {
  if (state === 'open') return row.open !== null
  if (state === 'overdue') return isOverdue(row, today)
  return row.due.state === 'due' && !isOverdue(row, today) && today.until(row.due.on).days <= SOON
}

/** `/supervision`: one's own, and that of those whom one supervises. */
export const boardRoute = route({
  ...common,
  method: 'GET',
  url: '/supervision',
  summary: 'Own supervision, and who of those one supervises is due',
  query,
  async handle({ work, path, query: { page, format, state } }): Promise<Reply> {
    const all = await supervisees(work)
    const { today } = work
    const rows = state === undefined ? all : all.filter(row => isIn(state, row, today))
    if (format === 'csv') return csv(rows, today)
    const count = (part: BoardState) => all.filter(row => isIn(part, row, today)).length
    const leads = work.actor.class === 'director' || (await ledTeams(work, work.actor.id)).length > 0
    const content = boardPage({
      me: await supervisee(work, work.actor.id),
      myId: work.actor.id,
      rows: onPage(rows, page),
      count: rows.length,
      counts: { all: all.length, overdue: count('overdue'), soon: count('soon'), open: count('open') },
      state,
      leads,
      seesNumbers:
        work.actor.class === 'director' || (await rolesOf(work, work.actor.id)).has('service_leader'),
      page,
      path,
      today,
    })
    const shown = { resource: 'supervision', subjectIds: [], action: 'list' } as const
    return { kind: 'page', title: 'Supervision', current: '/supervision', isWide: true, content, shown }
  },
})

const csv = (rows: readonly Supervisee[], today: Temporal.PlainDate): Reply => ({
  kind: 'csv',
  fileName: 'supervision.csv',
  header: ['Worker', 'Role', 'Team', 'How often', 'Last session', 'Next session', 'Open session'],
  rows: rows.map(row => [
    row.name,
    roleWords[row.role],
    row.placeName,
    everyWords(row),
    row.lastOn,
    dueWords(row, today),
    openWords(row),
  ]),
  shown: { resource: 'supervision', subjectIds: [], action: 'export' },
})
