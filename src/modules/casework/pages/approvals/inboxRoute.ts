import { z } from 'zod'
import {
  covers,
  coversOn,
  ledTeams,
  listQuery,
  onPage,
  pageSize,
  teams,
  workerNames,
} from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type InboxDue, inboxDue, mostUrgentFirst } from '../../approvals/inboxDue.ts'
import type { InboxItem } from '../../approvals/inboxItem.ts'
import { countInbox, inboxItems } from '../../approvals/inboxItems.ts'
import { uuidParam } from '../frame/recordParams.ts'
import { inboxCsv } from './inboxCsv.ts'
import { inboxPage } from './inboxPage.ts'

const query = z.object({
  ...listQuery,
  show: z.enum(['waiting', 'handed_in', 'decided']).catch('waiting').default('waiting'),
  kind: z
    .string()
    .max(60)
    .transform(text => text || undefined)
    .optional(),
  team: uuidParam.optional().catch(undefined),
  mine: z
    .literal('yes')
    .transform(() => true)
    .optional()
    .catch(undefined),
})
type Asked = z.infer<typeof query>

/** Most rows of a download. */
const LONGEST = 10_000

async function show({ work, query: asked, path }: Visit<unknown, Asked, unknown>): Promise<Reply> {
  const { page, format, ...choice } = asked
  const led = await ledTeams(work, work.actor.id)
  const teamIds = led.map(({ id }) => id)
  const { rows, count, due } = await listed(work, asked, teamIds)
  const personIds = [...new Set(rows.flatMap(one => one.personIds))]
  const people = new Map((await personSummaries(work, personIds)).map(person => [person.id, person]))
  const names = await workerNames(work, [
    ...new Set(
      rows.flatMap(one => [one.submittedBy, one.toWorkerId, one.decidedBy].filter(id => id !== null)),
    ),
  ])
  const view = {
    rows,
    count,
    due,
    people,
    names,
    teamNames: new Map((await teams(work, { ended: true })).map(team => [team.id, team.name])),
    choice,
    led,
    covers: (await covers(work, { workerId: work.actor.id })).filter(cover => coversOn(cover, work.today)),
    waiting: isAll(asked) ? count : await countInbox(work, { show: 'waiting' }, teamIds),
    page,
    path,
    today: work.today,
    now: work.now,
  }
  if (format === 'csv') return inboxCsv(view)
  return {
    kind: 'page',
    title: 'Approvals',
    current: '/approvals',
    content: inboxPage(view),
    isWide: true,
    shown: { resource: 'approval_list', subjectIds: [...people.keys()], action: 'list' },
  }
}

/** Everything that waits: the tab's number is the list's own. */
const isAll = ({ show, kind, team, mine }: Asked): boolean =>
  show === 'waiting' && kind === undefined && team === undefined && mine === undefined

type Listed = {
  readonly rows: readonly InboxItem[]
  readonly count: number
  readonly due: ReadonlyMap<Uuid, InboxDue>
}

/** What waits is read whole, since its order comes from the clocks; what was decided, a page at a time. */
async function listed(work: Work, asked: Asked, teamIds: readonly Uuid[]): Promise<Listed> {
  const { page, format, ...choice } = asked
  const isCsv = format === 'csv'
  if (choice.show === 'waiting') {
    const all = await inboxItems(work, choice, teamIds)
    const due = await inboxDue(work, all)
    const ordered = mostUrgentFirst(all, due)
    return { rows: isCsv ? ordered : onPage(ordered, page), count: all.length, due }
  }
  const part = isCsv ? { offset: 0, limit: LONGEST } : { offset: (page - 1) * pageSize, limit: pageSize }
  const rows = await inboxItems(work, choice, teamIds, part)
  const waiting = rows.filter(one => one.outcome === null)
  return {
    rows,
    count: await countInbox(work, choice, teamIds),
    due: await inboxDue(work, waiting),
  }
}

/** `/approvals`: what waits for one's decision, what one has handed in, what was decided. */
export const inboxRoute = route({
  method: 'GET',
  url: '/approvals',
  admits: ['practitioner', 'duty'],
  summary: 'What waits for one’s decision, most urgent first; what one has handed in; what was decided',
  purpose: 'casework',
  query,
  handle: show,
})
