import type { Reply } from '#platform/http'
import { mergeLines } from '../queries/mergeLines.ts'
import { mayMerge } from '../queries/mergeMark.ts'
import type { Merge } from '../queries/merges.ts'
import { mergeWords } from '../registry/mergeRules.ts'
import { describeRow } from '../rules/describeRow.ts'
import { changeWords } from './changeWords.ts'
import { donePage } from './mergePage.ts'
import { factsOf, type MergeVisit } from './mergeVisit.ts'

const perPage = 50
const origin = 'the record that was merged'

/** The page, or the list for a spreadsheet, of a merge that no longer waits. */
export async function doneReply(visit: MergeVisit, merge: Merge): Promise<Reply> {
  const { work, query } = visit
  const bounds = query.format
    ? { offset: 0, limit: 100_000 }
    : { offset: (query.page - 1) * perPage, limit: perPage }
  const { lines, total } = await mergeLines(work, merge.id, bounds)
  const subjectIds = [merge.survivorId, merge.mergedId]
  if (query.format)
    return {
      kind: 'csv',
      fileName: 'merge.csv',
      header: ['Kind', 'What', 'Change'],
      rows: lines.map(line => [
        mergeWords(line.table),
        line.row ? describeRow(line.row) : '',
        changeWords(merge, line, origin),
      ]),
      shown: { resource: 'person_merge', subjectIds, action: 'export' },
    }
  const directs =
    merge.state === 'merged' && (await mayMerge(work, merge.survivorId, merge.survivorId)) === 'directs'
  return {
    kind: 'page',
    title: 'Merged records',
    content: donePage({
      merge,
      facts: await factsOf(visit, merge),
      lines,
      total,
      page: query.page,
      perPage,
      origin,
      mayUndo: directs,
    }),
    current: 'people',
    back: `/merges?show=${merge.state}`,
    isWide: true,
    shown: { resource: 'person_merge', subjectIds },
  }
}
