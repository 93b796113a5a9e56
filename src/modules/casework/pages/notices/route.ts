import { z } from 'zod'
import { listQuery, pageSize } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { userClasses } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { liveRegion, liveScript } from '#ui'
import { markNoticesRead } from '../../commands/markNoticesRead.ts'
import { standingIn } from '../../queries/coveredWork.ts'
import { countNotices, coveredNotices, notices } from '../../queries/notices.ts'
import { noticesPage, noticeWords } from './page.ts'

const query = z.object({ ...listQuery, show: z.enum(['unread']).optional().catch(undefined) })

async function show({
  work,
  me,
  query: asked,
  path,
  form,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const unreadOnly = asked.show === 'unread'
  const isCsv = asked.format === 'csv'
  const counts = await countNotices(work)
  const told = isCsv
    ? await notices(work, { unreadOnly }, 0, counts.all)
    : await notices(work, { unreadOnly }, (asked.page - 1) * pageSize, pageSize)
  const standing = (await standingIn(work)).filter(({ workerId }) => workerId === work.actor.id)
  const covered = isCsv
    ? []
    : await coveredNotices(
        work,
        standing.map(({ holderId }) => holderId),
      )
  const ids = [
    ...new Set(
      [...told, ...covered].flatMap(notice => (notice.subjectId === null ? [] : [notice.subjectId])),
    ),
  ]
  const people = new Map(
    me.class === 'administrator' ? [] : (await personSummaries(work, ids)).map(person => [person.id, person]),
  )
  // A notice outlives the reader's sight of whom it is about; then it no longer says who that was.
  const found = told.map(notice =>
    notice.subjectId === null || people.has(notice.subjectId) ? notice : { ...notice, path: null },
  )
  const shown = {
    resource: 'notice',
    subjectIds: [...people.keys()],
    action: isCsv ? 'export' : 'list',
  } as const
  if (isCsv)
    return {
      kind: 'csv',
      fileName: 'notices.csv',
      header: ['When', 'What', 'About', 'Where', 'Read'],
      rows: found.map(notice => [
        notice.madeAt,
        noticeWords(notice.kind),
        notice.subjectId && people.get(notice.subjectId)?.displayName,
        notice.path,
        notice.readAt,
      ]),
      shown,
    }
  const content = noticesPage({
    notices: found,
    covered,
    standing,
    people,
    counts,
    unreadOnly,
    page: asked.page,
    path,
    form,
  })
  const common = { kind: 'page', title: 'Notices', current: '/notices', isWide: true, shown } as const
  if (work.knownAt !== null) return { ...common, content }
  const live = { changes: '/notices/changes', path, mark: markOf(counts), count: counts.all } as const
  return {
    ...common,
    scripts: [liveScript],
    content: liveRegion({ ...live, what: ['notice', 'notices'], content }),
  }
}

const markOf = ({ all, unread }: { readonly all: number; readonly unread: number }): string =>
  `${all} ${unread}`

async function markRead({ work, sent }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const { notice: given } = sent
  const which = given === 'all' ? 'all' : parseUuid(typeof given === 'string' ? given : '')
  if (which === null) return notFound
  await markNoticesRead(work, which)
  return {
    kind: 'redirect',
    location: '/notices?show=unread',
    success: which === 'all' ? 'All notices are marked as read' : 'The notice is marked as read',
  }
}

/** `/notices`: one's own. */
export const noticesRoutes = [
  route({
    method: 'GET',
    url: '/notices',
    admits: userClasses,
    summary: 'Own notices, newest first',
    purpose: 'casework',
    query,
    handle: show,
  }),
  route({
    method: 'GET',
    url: '/notices/changes',
    admits: userClasses,
    summary: 'A mark that differs when one’s own notices do, for the page that shows them live',
    purpose: 'casework',
    handle: async ({ work }) => ({
      kind: 'live',
      topic: 'notices',
      mark: markOf(await countNotices(work)),
      shown: 'nothing',
    }),
  }),
  route({
    method: 'POST',
    url: '/notices/read',
    admits: userClasses,
    summary: 'Mark own notices as read',
    purpose: 'casework',
    handle: markRead,
  }),
]
