import { z } from 'zod'
import { posts } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { isAsOpened, notFound, type Reply, type Route, route } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { caseloadPages } from '../../caseload/pages/readers.ts'
import { keeping, mayKeep } from '../../row-form/index.ts'
import { keepWorkers, readSplits } from '../queries/readSplits.ts'
import { splitMoveRoute } from './splitMoveRoute.ts'
import { openedAs, splitPage, whoChanged } from './splitPage.ts'

const params = z.object({ splitId: uuidParam })
const url = '/workforce/splits/:splitId'

/** A split: who goes, and the transfers by which it is carried out. */
export const splitRoutes: readonly Route[] = [
  route({
    ...caseloadPages,
    url,
    params,
    summary: 'The split of a team: who goes, and the children to move',
    async handle({ work, params: asked, form }): Promise<Reply> {
      const [split] = await readSplits(work, asked.splitId)
      return split === undefined ? notFound : await splitPage(work, split, form)
    },
  }),
  route({
    method: 'POST',
    admits: keeping,
    purpose: 'administration',
    url,
    params,
    summary: 'Choose who goes to the new team',
    async handle({ work, params: asked, sent, form }): Promise<Reply> {
      const [split] = await readSplits(work, asked.splitId)
      if (split === undefined || !(await mayKeep(work)) || split.status !== 'planned') return notFound
      if (!isAsOpened(sent, openedAs(split))) return await splitPage(work, split, form, whoChanged)
      const { worker } = sent
      const members = new Set([
        ...(await posts(work, { teamIds: [split.teamId] })).map(({ workerId }) => workerId),
        ...split.workers.map(({ id }) => id),
      ])
      const chosen = [worker].flat().flatMap(id => (typeof id === 'string' ? (parseUuid(id) ?? []) : []))
      await keepWorkers(
        work,
        split.id,
        chosen.filter(id => members.has(id)),
      )
      return { kind: 'redirect', location: `/workforce/splits/${split.id}`, success: 'Who goes is saved' }
    },
  }),
  splitMoveRoute,
]
