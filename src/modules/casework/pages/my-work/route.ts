import { z } from 'zod'
import { ledTeams, listQuery, onPage } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { listDrafts } from '#platform/drafts'
import { type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { coveredWork, standingIn } from '../../queries/coveredWork.ts'
import { familyKeys } from '../../queries/familyKeys.ts'
import { unreadNotices } from '../../queries/notices.ts'
import { workList } from '../../queries/workList.ts'
import { besideSiblings } from './besideSiblings.ts'
import { chosenWork, dueByDay } from './chosenWork.ts'
import { lettersToSend, waitingToDecide } from './decideLine.ts'
import { myWorkPage } from './page.ts'
import { workCsv } from './workCsv.ts'
import { nowAndLater, workRows } from './workRows.ts'

const query = z.object({
  ...listQuery,
  due: z.enum(['overdue', 'today', 'week']).optional().catch(undefined),
  child: z
    .string()
    .transform(text => parseUuid(text) ?? undefined)
    .optional(),
  kind: z
    .string()
    .max(60)
    .transform(text => text || undefined)
    .optional(),
})

type MyWorkVisit = Visit<unknown, z.infer<typeof query>, unknown>

/** Where everyone comes first: their own work, or what their class of user has instead. */
const homes = {
  administrator: '/administration',
  data_quality: '/data-quality',
  duty: '/people',
  director: '/people',
}

async function showHome(visit: MyWorkVisit): Promise<Reply> {
  const { class: userClass } = visit.me
  return userClass === 'practitioner' ? show(visit) : { kind: 'redirect', location: homes[userClass] }
}

async function show({ work, query: { page, format, ...choice }, path }: MyWorkVisit): Promise<Reply> {
  const own = await workList(work, work.actor.id)
  const standing = await standingIn(work)
  const listed = [...own, ...(await coveredWork(work, standing, own))]
  const families = await familyKeys(work, [...new Set(listed.map(item => item.personId))])
  const all = besideSiblings(listed, families)
  const chosen = chosenWork(all, choice, work)
  const ids = [...new Set(all.map(item => item.personId))]
  const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
  if (format === 'csv') return workCsv(chosen, people, work)
  const { near, later } = nowAndLater(workRows(chosen, families), work.today)
  const rows = onPage([...near, ...later], page)
  const led = await ledTeams(work, work.actor.id)
  const content = myWorkPage({
    all,
    shown: nowAndLater(rows, work.today),
    count: near.length + later.length,
    laterCount: later.flat().length,
    people,
    due: dueByDay(all, work),
    choice,
    drafts: await listDrafts(work),
    unread: await unreadNotices(work),
    led,
    toDecide: await waitingToDecide(work, led),
    toSend: await lettersToSend(work),
    standing,
    me: work.actor.id,
    page,
    path,
    today: work.today,
    now: work.now,
  })
  return {
    kind: 'page',
    title: 'My work',
    current: '/my-work',
    content,
    isWide: true,
    shown: { resource: 'work_list', subjectIds: people.keys().toArray() as readonly Uuid[], action: 'list' },
  }
}

const common = { method: 'GET', purpose: 'casework', query } as const

/** `/` and `/my-work`. */
export const myWorkRoutes = [
  route({
    ...common,
    url: '/',
    admits: 'signed_in',
    summary: 'Home: own work, or what the class of user has',
    handle: showHome,
  }),
  route({
    ...common,
    url: '/my-work',
    admits: ['practitioner', 'duty'],
    summary: 'Own work, soonest due first',
    handle: show,
  }),
]
