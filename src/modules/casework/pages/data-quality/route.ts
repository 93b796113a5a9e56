import { z } from 'zod'
import { listQuery, onPage, teams, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type AnsweredIssue, qualityIssues, qualitySources } from '../../queries/qualityIssues.ts'
import type { QualitySource } from '../../registry/recordSection.ts'
import { uuidParam } from '../frame/recordParams.ts'
import { chosenIssues, severities } from './chosenIssues.ts'
import { qualityPage } from './page.ts'
import type { QualityTab } from './qualityView.ts'

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

/** All sources together: by rule and by team. */
const EVERYTHING = 'all'
const everything = { name: EVERYTHING, title: 'Everything' }

async function show({ work, me, query: asked, path }: Visit<unknown, Asked, unknown>): Promise<Reply> {
  const { page, format, source: name, ...choice } = asked
  const sources = qualitySources()
  const isAll = name === undefined || name === EVERYTHING
  const source = isAll ? everything : sources.find(one => one.name === name)
  if (source === undefined) return notFound
  const found = new Map<string, readonly AnsweredIssue[]>()
  for (const one of isAll ? sources : [source])
    found.set(one.name, await qualityIssues(work, one as QualitySource))
  const all = [...found.values()].flat()
  const chosen = chosenIssues(all, choice)
  const shown = format === 'csv' ? chosen : onPage(chosen, page)
  const children = await childrenOf(work, shown)
  const names = await workerNames(
    work,
    all.flatMap(({ workerId }) => (workerId === null ? [] : [workerId])),
  )
  const teamNames = new Map((await teams(work, { ended: true })).map(one => [one.id, one.name]))
  const subjectIds = [...new Set(shown.map(issue => issue.personId))]
  if (format === 'csv')
    return {
      kind: 'csv',
      fileName: `data-quality-${source.name}.csv`,
      header: [
        'Child',
        'LA child ID',
        'Rule',
        'Problem',
        'Date',
        'How to mend it',
        'How serious',
        'Worker',
        'Team',
      ],
      rows: shown.map(issue => [
        children.get(issue.personId)?.label,
        children.get(issue.personId)?.laChildId,
        issue.rule,
        issue.problem,
        issue.on,
        issue.mend,
        issue.severity,
        issue.workerId && names.get(issue.workerId),
        issue.teamId && teamNames.get(issue.teamId),
      ]),
      shown: { resource: 'data_quality', subjectIds, action: 'export' },
    }
  const tabs: QualityTab[] = []
  for (const one of sources)
    tabs.push({
      name: one.name,
      title: one.title,
      count: found.get(one.name)?.length ?? (await one.count(work)),
    })
  const sum = tabs.reduce((total, { count }) => total + count, 0)
  tabs.unshift({ ...everything, count: sum })
  const content = qualityPage({
    tabs,
    source: source.name,
    all,
    shown,
    count: chosen.length,
    choice,
    childLabel: id => children.get(id)?.label ?? 'Somebody you may not see',
    opensRecords: me.class !== 'data_quality',
    workerNames: names,
    teamNames,
    page,
    path,
  })
  const listed = { resource: 'data_quality', subjectIds, action: 'list' } as const
  return {
    kind: 'page',
    title: 'Data quality',
    current: '/data-quality',
    content,
    isWide: true,
    shown: listed,
  }
}

/** What to call each child: whom the data-quality officer sees has a number and no name. */
async function childrenOf(
  work: Work,
  issues: readonly AnsweredIssue[],
): Promise<ReadonlyMap<Uuid, { readonly label: string; readonly laChildId: string | null }>> {
  const people = await personSummaries(work, [...new Set(issues.map(issue => issue.personId))])
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
