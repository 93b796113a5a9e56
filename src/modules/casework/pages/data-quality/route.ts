import { z } from 'zod'
import { ledTeams, listQuery, onPage, teams, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { Html } from '#ui'
import { type QualityIssue, qualityIssues, qualitySources } from '../../queries/qualityIssues.ts'
import { isToMend, TO_MEND } from '../../queries/qualityToMend.ts'
import { severities } from '../../registry/qualitySource.ts'
import { uuidParam } from '../frame/recordParams.ts'
import { chosenIssues, countByChild } from './chosenIssues.ts'
import { qualityPage } from './page.ts'
import { type ChildNames, qualityCsv, subjectsOf } from './qualityCsv.ts'
import type { QualityTab, QualityView } from './qualityView.ts'

const query = z.object({
  ...listQuery,
  source: z.string().max(60).optional(),
  rule: z
    .string()
    .max(300)
    .transform(text => text || undefined)
    .optional(),
  severity: z.enum(severities).optional().catch(undefined),
  worker: uuidParam.optional().catch(undefined),
  team: uuidParam.optional().catch(undefined),
  child: uuidParam.optional().catch(undefined),
})
type Asked = z.infer<typeof query>

type Tab = Omit<QualityTab, 'count'> & { readonly holds: (issue: QualityIssue) => boolean }

/** Everything, what is left to mend, and each source. */
const tabs = (): readonly Tab[] => [
  { name: 'all', title: 'Everything', holds: () => true },
  { name: TO_MEND, title: 'To mend in the record', holds: isToMend },
  ...qualitySources().map(({ name, title }) => ({
    name,
    title,
    holds: (issue: QualityIssue) => issue.source === name,
  })),
]

async function show(visit: Visit<unknown, Asked, unknown>): Promise<Reply> {
  const { work } = visit
  const { page, format, source = 'all', ...choice } = visit.query
  const tab = tabs().find(({ name }) => name === source)
  if (tab === undefined) return notFound
  const found = await qualityIssues(work)
  const all = found.filter(tab.holds)
  const chosen = chosenIssues(all, choice)
  const shown = format === 'csv' ? chosen : onPage(chosen, page)
  const personIds = [
    ...new Set([...subjectsOf(shown), ...(format ? [] : countByChild(all).map(([id]) => id))]),
  ]
  const children = await childrenOf(work, personIds)
  const workers = await workerNames(work, [...new Set(all.flatMap(({ workerId }) => workerId ?? []))])
  const teamNames = new Map((await teams(work, { ended: true })).map(one => [one.id, one.name]))
  if (format === 'csv') return qualityCsv(shown, { source, children, workers, teams: teamNames })
  const names = { children, workerNames: workers, teamNames }
  const content = await pageOf(visit, { found, all, shown, count: chosen.length, source, choice, ...names })
  return {
    kind: 'page',
    title: 'Data quality',
    current: '/data-quality',
    content,
    isWide: true,
    shown: { resource: 'data_quality', subjectIds: personIds, action: 'list' },
  }
}

type Read = Pick<
  QualityView,
  'all' | 'shown' | 'count' | 'source' | 'choice' | 'workerNames' | 'teamNames'
> & {
  readonly found: readonly QualityIssue[]
  readonly children: ChildNames
}

async function pageOf(
  { work, me, query: { page }, path }: Visit<unknown, Asked, unknown>,
  { found, children, ...read }: Read,
): Promise<Html> {
  return qualityPage({
    ...read,
    tabs: tabs().map(({ name, title, holds }) => ({ name, title, count: found.filter(holds).length })),
    childLabel: id =>
      id === null ? 'Nobody of the record yet' : (children.get(id)?.label ?? 'Somebody you may not see'),
    opensRecords: me.class !== 'data_quality',
    ledTeamIds: new Set((await ledTeams(work, work.actor.id)).map(({ id }) => id)),
    page,
    path,
  })
}

/** What to call each child: whom the data-quality officer sees has a number and no name. */
async function childrenOf(work: Work, personIds: readonly Uuid[]): Promise<ChildNames> {
  const people = await personSummaries(work, personIds)
  return new Map(people.map(({ id, displayName, laChildId }) => [id, { label: displayName, laChildId }]))
}

/** `/data-quality`. */
export const dataQualityRoutes = [
  route({
    method: 'GET',
    url: '/data-quality',
    admits: ['practitioner', 'data_quality'],
    summary: 'What the data lacks, with the way to mend it',
    purpose: 'data_quality',
    query,
    handle: show,
  }),
]
