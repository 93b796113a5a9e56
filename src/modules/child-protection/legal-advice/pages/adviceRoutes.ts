import { z } from 'zod'
import { workerNames } from '#modules/agencies'
import { findWorkers, uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { changeReaders } from '../commands/changeReaders.ts'
import { noteAdviceRead } from '../commands/noteAdviceRead.ts'
import { type Advice, oneAdvice } from '../queries/readAdvice.ts'
import { advicePage } from './advicePage.ts'

const params = z.object({ adviceId: uuidParam })
const query = z.object({ find: z.string().max(100).optional().catch(undefined) })
type AdviceVisit = Visit<{ adviceId: Uuid }, z.infer<typeof query>, unknown>

const common = {
  url: '/legal-advice/:adviceId',
  admits: ['practitioner'],
  purpose: 'legal',
  params,
  query,
} as const

type Against = { readonly issues?: readonly FormIssue[]; readonly wanted?: string }

async function page(visit: AdviceVisit, advice: Advice, against: Against = {}): Promise<Reply> {
  const { work, query: asked, form, me } = visit
  const people = await personSummaries(work, advice.personIds)
  await noteAdviceRead(work, [advice.id])
  const { issues = [], wanted } = against
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : wanted === undefined ? 200 : 409,
    title: 'Legal advice',
    back: '/legal-advice',
    hasErrors: issues.length > 0,
    content: advicePage({
      advice,
      people,
      names: await workerNames(work, [...new Set([advice.authorId, ...advice.readerIds])]),
      meId: me.id,
      mayChange: advice.readerIds.includes(me.id) && work.knownAt === null,
      find: asked.find,
      found: await findWorkers(work, asked.find),
      errors: fieldErrors(issues, ['worker']),
      wanted,
      keys: form,
    }),
    // Who the children are was shown; that there is advice about them stands in an entry of its own.
    shown: { resource: 'person', subjectIds: people.map(({ id }) => id) },
  }
}

const show = route({
  ...common,
  method: 'GET',
  summary: 'Legal advice, for its author and its readers',
  async handle(visit): Promise<Reply> {
    const advice = await oneAdvice(visit.work, visit.params.adviceId)
    return advice === null ? notFound : page(visit, advice)
  },
})

const change = route({
  ...common,
  method: 'POST',
  url: '/legal-advice/:adviceId/readers',
  summary: 'Puts somebody on the list of readers of legal advice, or takes them off',
  async handle(visit): Promise<Reply> {
    const { work, params: at, sent } = visit
    const advice = await oneAdvice(work, at.adviceId)
    if (advice === null) return notFound
    const workerId = parseUuid(String(sent['worker'] ?? ''))
    const isAdded = sent['change'] === 'add'
    if (workerId === null)
      return page(visit, advice, { issues: [{ path: ['worker'], message: 'Select the worker' }] })
    const changed = await changeReaders(work, advice, Number(sent['version']), { workerId, isAdded })
    const location = `/legal-advice/${advice.id}`
    if (changed.outcome === 'changed')
      return {
        kind: 'redirect',
        location,
        success: isAdded ? 'They may read it now' : 'They read it no more',
      }
    if (changed.outcome === 'refused')
      return page(visit, advice, { issues: [{ path: ['worker'], message: changed.message }] })
    const name = (await workerNames(work, [workerId])).get(workerId) ?? 'somebody'
    return page(visit, advice, { wanted: isAdded ? `to add ${name}` : `to take off ${name}` })
  },
})

export const adviceRoutes = [show, change]
