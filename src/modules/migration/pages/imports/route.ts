import { z } from 'zod'
import { listQuery, pageSize } from '#modules/agencies'
import { type Reply, route, type Visit } from '#platform/http'
import { importRuns } from '../../queries/importRuns.ts'
import { runTitle } from '../runWords.ts'
import { importsPage, runFigures } from './page.ts'

const query = z.object(listQuery)
const MOST_ROWS = 10_000

async function show({
  work,
  query: { page, format },
  path,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const isCsv = format === 'csv'
  const { runs, count } = await importRuns(
    work,
    isCsv ? 0 : (page - 1) * pageSize,
    isCsv ? MOST_ROWS : pageSize,
  )
  if (isCsv) {
    const header = ['run', 'import', 'began', 'ended', 'read', 'new', 'changed', 'already held', 'refused']
    const rows = runs.map(run => [
      run.id,
      runTitle(run),
      run.startedAt,
      run.finishedAt ?? '',
      ...runFigures(run),
    ])
    return { kind: 'csv', fileName: 'imports', header, rows, shown: 'nothing' }
  }
  return {
    kind: 'page',
    title: 'Imports',
    current: '/imports',
    isWide: true,
    content: importsPage({ runs, count, page, path }),
    shown: 'nothing',
  }
}

/** `/imports`. */
export const importsRoute = route({
  method: 'GET',
  url: '/imports',
  admits: ['data_quality', 'director', 'practitioner', 'administrator'],
  summary: 'Imports and what they counted, the latest first',
  purpose: 'data_quality',
  query,
  handle: show,
})
