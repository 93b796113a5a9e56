import { z } from 'zod'
import { listQuery, pageSize } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import type { KeptFinding } from '../../queries/importFindings.ts'
import { countFindings, findingKinds, findings } from '../../queries/importFindings.ts'
import { importRun } from '../../queries/importRuns.ts'
import { runTitle } from '../runWords.ts'
import { importRunPage } from './page.ts'

const params = z.object({
  runId: z.string().transform((text, context): Uuid => {
    const id = parseUuid(text)
    if (id !== null) return id
    context.addIssue({ code: 'custom', message: 'This is no id.' })
    return z.NEVER
  }),
})
const word = z
  .string()
  .max(100)
  .transform(text => text || undefined)
  .optional()
  .catch(undefined)
const query = z.object({
  ...listQuery,
  severity: z.enum(['refused', 'doubted', 'contradicted', 'information']).optional().catch(undefined),
  rule: word,
  element: word,
})
const MOST_ROWS = 100_000

type RunVisit = Visit<z.infer<typeof params>, z.infer<typeof query>, unknown>

async function show(visit: RunVisit): Promise<Reply> {
  const {
    work,
    me,
    params: { runId },
    query: { page, format, ...chosen },
    path,
  } = visit
  const run = await importRun(work, runId)
  if (run === null) return notFound
  const common = {
    kind: 'page',
    title: runTitle(run),
    current: '/imports',
    back: '/imports',
    isWide: true,
  } as const
  // An administrator sees that it ran and what it counted, and no child.
  if (me.class === 'administrator')
    return { ...common, content: importRunPage({ run, findings: null, page, path }), shown: 'nothing' }
  const filter = { runId, ...chosen }
  if (format === 'csv') return asCsv(await findings(work, filter, 0, MOST_ROWS))
  const shown = await findings(work, filter, (page - 1) * pageSize, pageSize)
  const count = await countFindings(work, filter)
  const kinds = await findingKinds(work, runId)
  return {
    ...common,
    content: importRunPage({ run, findings: { shown, count, kinds, filter }, page, path }),
    shown: { resource: 'import_finding', subjectIds: subjects(shown), action: 'list' },
  }
}

function asCsv(rows: readonly KeptFinding[]): Reply {
  const header = ['line', 'person', 'element', 'in the file', 'severity', 'rule', 'problem', 'resolved']
  return {
    kind: 'csv',
    fileName: 'import-findings',
    header,
    rows: rows.map(one => [
      one.line ?? '',
      one.personId ?? '',
      one.element,
      one.raw ?? '',
      one.severity,
      one.rule ?? '',
      one.problem,
      one.resolvedOn ?? '',
    ]),
    shown: { resource: 'import_finding', subjectIds: subjects(rows), action: 'export' },
  }
}

const subjects = (rows: readonly KeptFinding[]): readonly Uuid[] => [
  ...new Set(rows.flatMap(({ personId }) => (personId === null ? [] : [personId]))),
]

/** `/imports/:runId`. */
export const importRunRoute = route({
  method: 'GET',
  url: '/imports/:runId',
  admits: ['data_quality', 'director', 'practitioner', 'administrator'],
  summary: 'One import: what it counted and what it found of the children you may see',
  purpose: 'data_quality',
  params,
  query,
  handle: show,
})
