import { z } from 'zod'
import { listQuery, pageLinks, pageSize } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { sendAgain } from '../commands/sendAgain.ts'
import { countDisclosures, readDisclosures } from '../queries/readDisclosures.ts'
import { readSentOn } from '../queries/readSentOn.ts'
import { disclosuresPage } from './disclosuresPage.ts'

const DEAD = 50
const SENT_ON = 100
const common = { admits: ['director', 'administrator'], purpose: 'disclosures' } as const

/** `/disclosures`: what left for other organisations, and what did not arrive. */
export const disclosuresRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/disclosures',
    summary: 'What was disclosed to other organisations, why, and what was not; nobody is named',
    query: z.object({ page: listQuery.page }),
    async handle({ work, query, path, form }): Promise<Reply> {
      const counts = await countDisclosures(work)
      const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
      return {
        kind: 'page',
        title: 'Disclosures',
        current: '/disclosures',
        isWide: true,
        content: disclosuresPage({
          counts,
          dead: await readDisclosures(work, { limit: DEAD, state: 'dead' }),
          list: await readDisclosures(work, { limit: pageSize, offset: (query.page - 1) * pageSize }),
          links: pageLinks(path, query.page, count, 'disclosures'),
          form,
          sentOn: await readSentOn(work, SENT_ON),
        }),
        shown: 'nothing',
      }
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: '/disclosures/:deliveryId/again',
    summary: 'Sends a notice again that gave up',
    params: z.object({ deliveryId: uuidParam }),
    async handle({ work, params }): Promise<Reply> {
      if (!(await sendAgain(work, params.deliveryId))) return notFound
      return { kind: 'redirect', location: '/disclosures', success: 'The notice goes out again' }
    },
  }),
]
