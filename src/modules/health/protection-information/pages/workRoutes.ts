import { z } from 'zod'
import { listQuery, pageLinks, pageSize } from '#modules/agencies'
import { Fields, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import { closeWork } from '../commands/closeWork.ts'
import { countWorks, readWorkItem, readWorks, sendsFor, type WorkItem } from '../queries/readWorks.ts'
import { CLOSES_ITSELF, workCodes, workWords } from '../rules/codes.ts'
import { workList, workPage } from './workPage.ts'

const query = z.object({ page: listQuery.page, code: z.enum(workCodes).nullish().catch(null) })
const params = z.object({ workId: uuidParam })
const common = { purpose: 'health' } as const
type ItemVisit = Visit<{ workId: Uuid }, unknown, unknown>
const NOTE = 2000

/** Whether the reader closes it: of the team that answers for it, while it does not close itself. */
const closes = async ({ work }: ItemVisit, item: WorkItem): Promise<boolean> =>
  item.closedAt === null && !CLOSES_ITSELF.has(item.code) && (await sendsFor(work)).includes(item.teamId)

async function show(visit: ItemVisit, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, params: asked, form, sent } = visit
  const item = await readWorkItem(work, asked.workId)
  if (item === null) return notFound
  const [person] = item.personId === null ? [] : await personSummaries(work, [item.personId])
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: `${workWords[item.code].title} - Plans at the NHS`,
    current: '/protection-information',
    back: '/protection-information/work',
    content: workPage({ item, person, closes: await closes(visit, item), form, sent, issues, now: work.now }),
    shown:
      item.personId === null
        ? 'nothing'
        : { resource: 'protection_information', subjectIds: [item.personId] },
  }
}

async function close(visit: ItemVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const item = await readWorkItem(work, asked.workId)
  if (item === null || !(await closes(visit, item))) return notFound
  const fields = new Fields(sent)
  const note = fields.text('note', NOTE, 'Enter what was done')
  if (note === null || fields.issues.length > 0) return await show(visit, fields.issues)
  const again = workWords[item.code].mayResend && sent['step'] === 'again'
  const location = '/protection-information/work'
  if (!(await closeWork(work, item.id, { note, again })))
    return { kind: 'redirect', location, success: 'A colleague closed it meanwhile' }
  return {
    kind: 'redirect',
    location,
    success: again ? 'Closed: the line goes with the next file' : 'Closed',
  }
}

/** `/protection-information/work`: what somebody has to do before the NHS shows what the record says. */
export const workRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/protection-information/work',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'Work items of child protection information that the reader may see',
    query,
    async handle({ work, query: asked, path }): Promise<Reply> {
      const code = asked.code ?? null
      const items = await readWorks(work, code, { limit: pageSize, offset: (asked.page - 1) * pageSize })
      const ids = [...new Set(items.flatMap(({ personId }) => (personId === null ? [] : [personId])))]
      const count = await countWorks(work, code)
      return {
        kind: 'page',
        title: 'Work - Plans at the NHS',
        current: '/protection-information',
        back: '/protection-information',
        isWide: true,
        content: workList({
          items,
          people: await personSummaries(work, ids),
          code,
          links: pageLinks(path, asked.page, count, 'items'),
          now: work.now,
        }),
        shown:
          ids.length === 0
            ? 'nothing'
            : { resource: 'protection_information', subjectIds: ids, action: 'list' },
      }
    },
  }),
  route({
    ...common,
    method: 'GET',
    url: '/protection-information/work/:workId',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'One work item, with what to do',
    params,
    handle: visit => show(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/protection-information/work/:workId',
    admits: ['practitioner'],
    summary: 'Closes a work item, and has its line sent again where that may help',
    params,
    handle: close,
  }),
]
