import { type Reply, route } from '#platform/http'
import { readStanding } from './readStanding.ts'
import { timelinessPage } from './timelinessPage.ts'

const DAYS = 28

/** `/attendances/timeliness`: how quickly hospitals tell and teams read, in numbers. */
export const timelinessRoute = route({
  method: 'GET',
  url: '/attendances/timeliness',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'How quickly hospitals tell of visits and teams read of them',
  purpose: 'health',
  async handle({ work }): Promise<Reply> {
    const since = work.today.subtract({ days: DAYS })
    return {
      kind: 'page',
      title: 'Timeliness of visits to hospital',
      current: '/attendances',
      isWide: true,
      content: timelinessPage(await readStanding(work, since), since),
      shown: 'nothing',
    }
  },
})
