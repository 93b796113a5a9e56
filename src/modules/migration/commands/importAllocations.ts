import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import type { Database } from '#platform/db'
import { KithError } from '#platform/errors'
import { allocationLine, neededColumns, workerColumns } from '../loading/allocationLine.ts'
import { allocateLine, type LineOutcome } from './allocateLine.ts'
import { asImporter, refusalOf, undone } from './asImporter.ts'
import { endRun, newRun } from './importRun.ts'
import { fileFacts } from './readFile.ts'

export type AllocationsReport = {
  readonly kind: 'allocations'
  readonly runId: string | null
  readonly dryRun: boolean
  readonly lines: { read: number; allocated: number; alreadyHeld: number; refused: number }
  /** The first hundred lines that were not taken. */
  readonly refusals: { readonly line: number; readonly problem: string }[]
  stopped: { readonly line: number; readonly problem: string } | null
}

export type ImportAllocationsReport = {
  readonly text: string
  readonly json: AllocationsReport
  /** Every line was taken. */
  readonly isWhole: boolean
}

const LIMIT_BYTES = 100_000_000
const MOST_SHOWN = 100

/**
 * Gives children their workers from a CSV file: la_child_id, worker (email address or sign-in name), team, role, start_date.
 * Each line is taken whole, in a transaction of its own, or not at all; a second time nothing changes. A lead ends the
 * child's time in the queue.
 * @throws KithError when the file is not there or its first line does not name the columns
 */
export async function importAllocations(
  database: Database,
  options: { readonly path: string; readonly dryRun: boolean },
): Promise<ImportAllocationsReport> {
  const { path, dryRun } = options
  const { sha256 } = await fileFacts(path, LIMIT_BYTES)
  const run = newRun('allocations', sha256)
  const lines = { read: 0, allocated: 0, alreadyHeld: 0, refused: 0 }
  const json: AllocationsReport = {
    kind: 'allocations',
    runId: dryRun ? null : run.id,
    dryRun,
    lines,
    refusals: [],
    stopped: null,
  }
  try {
    for await (const { line, cells } of linesOf(path)) count(json, line, await take(database, cells, dryRun))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    json.stopped = { line: Number(error['lines'] ?? 0), problem: error.message }
  }
  const counts = { lines, stopped: json.stopped }
  if (!dryRun) await asImporter(database, work => endRun(work, run, counts))
  return { text: describe(json), json, isWhole: lines.refused === 0 && json.stopped === null }
}

type Cells = Readonly<Record<string, string | undefined>>

async function* linesOf(path: string): AsyncGenerator<{ line: number; cells: Cells }> {
  const columns = (names: string[]) => {
    const known = names.map(name => name.trim().toLowerCase())
    const missing = neededColumns.filter(name => !known.includes(name))
    if (missing.length > 0 || !workerColumns.some(name => known.includes(name)))
      throw new KithError('KITH_USAGE', {
        sentence: `The first line of ${path} must name the columns la_child_id, worker, team, start_date and, if wanted, role.`,
      })
    return known
  }
  const parser = createReadStream(path).pipe(
    parse({ bom: true, columns, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  )
  for await (const { record, info } of parser as AsyncIterable<{ record: Cells; info: { lines: number } }>)
    yield { line: info.lines, cells: record } // the shape that `columns` and `info` ask for
}

async function take(database: Database, cells: Cells, dryRun: boolean): Promise<LineOutcome> {
  const line = allocationLine(cells)
  if ('problems' in line) return { kind: 'refused', problem: line.problems.join('; ') }
  try {
    const run = dryRun ? undone<LineOutcome> : asImporter<LineOutcome>
    return await run(database, work => allocateLine(work, line))
  } catch (error) {
    const problem = refusalOf(error)
    if (problem === null) throw error
    return { kind: 'refused', problem }
  }
}

function count({ lines, refusals }: AllocationsReport, line: number, outcome: LineOutcome): void {
  lines.read += 1
  if (outcome.kind === 'allocated') lines.allocated += 1
  else if (outcome.kind === 'held') lines.alreadyHeld += 1
  else {
    lines.refused += 1
    if (refusals.length < MOST_SHOWN) refusals.push({ line, problem: outcome.problem })
  }
}

function describe({ lines, refusals, stopped, dryRun }: AllocationsReport): string {
  return [
    `Allocations: ${lines.read} lines read, ${lines.allocated} allocated, ${lines.alreadyHeld} already held, ${lines.refused} refused${dryRun ? ' (dry run: nothing was stored)' : ''}`,
    ...refusals.map(({ line, problem }) => `  line ${line}: ${problem}`),
    ...(stopped
      ? [`STOPPED at line ${stopped.line}: ${stopped.problem}. The lines before it are kept.`]
      : []),
  ].join('\n')
}
