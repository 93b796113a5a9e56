import { type Reply, route } from '#platform/http'
import { noticesMark } from '../queries/noticesFor.ts'
import { teamsOf } from './listRoute.ts'

/** `/attendances/changes`: whether the reader's list is another than a page shows; nothing of any child. */
export const changesRoute = route({
  method: 'GET',
  url: '/attendances/changes',
  admits: ['practitioner', 'duty'],
  summary: 'A mark that differs when the reader’s list of visits does, for the page that shows it live',
  purpose: 'health',
  async handle({ work }): Promise<Reply> {
    const mark = await noticesMark(work, await teamsOf(work))
    return { kind: 'live', topic: 'attendances', mark, shown: 'nothing' }
  },
})
