import { createHash } from 'node:crypto'
import { type Reply, route } from '#platform/http'
import { liveRegion, liveScript } from '#ui'
import { readStanding, type Standing } from './readStanding.ts'
import { timelinessPage } from './timelinessPage.ts'

const DAYS = 28
const region = { changes: '/attendances/timeliness/changes', what: ['visit', 'visits'] } as const

/** Differs as soon as any number of the board does; it tells none of them. */
const markOf = (standing: Standing): string =>
  createHash('sha256').update(JSON.stringify(standing)).digest('base64url').slice(0, 22)

/** `/attendances/timeliness`: how quickly hospitals tell and teams read, in numbers. */
export const timelinessRoute = route({
  method: 'GET',
  url: '/attendances/timeliness',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'How quickly hospitals tell of visits and teams read of them',
  purpose: 'health',
  async handle({ work, path }): Promise<Reply> {
    const since = work.today.subtract({ days: DAYS })
    const standing = await readStanding(work, since)
    const content = timelinessPage(standing, since, work.today)
    const isNow = work.knownAt === null
    return {
      kind: 'page',
      title: 'Timeliness of visits to hospital',
      current: '/attendances',
      isWide: true,
      ...(isNow ? { scripts: [liveScript] } : {}),
      content: isNow
        ? liveRegion({ ...region, path, mark: markOf(standing), count: standing.visits, content })
        : content,
      shown: 'nothing',
    }
  },
})

/** `/attendances/timeliness/changes`: whether the board is another than a page shows. */
export const timelinessChangesRoute = route({
  method: 'GET',
  url: '/attendances/timeliness/changes',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'A mark that differs when the numbers of the board do, for the page that shows them live',
  purpose: 'health',
  async handle({ work }): Promise<Reply> {
    const mark = markOf(await readStanding(work, work.today.subtract({ days: DAYS })))
    return { kind: 'live', topic: 'attendances', mark, shown: 'nothing' }
  },
})
