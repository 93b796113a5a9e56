import type { Database } from '#platform/db'
import { atOnce } from '../loading/atOnce.ts'
import type { ImportTotals } from '../loading/importTotals.ts'
import { inBatches } from '../loading/inBatches.ts'
import type { ReadChild } from '../loading/readChild.ts'
import type { CensusSource } from './censusSource.ts'
import type { DutyTeam, Run } from './importRun.ts'
import { keepBatch } from './keepBatch.ts'
import { identifiersOf } from './meetPeople.ts'

/** Children in one transaction, whose own cost hardly grows with them. After a crash the unfinished ones come again. */
const BATCH = 25
/** A batch of uncommonly large children is closed early, so that memory stays flat. */
const BATCH_ELEMENTS = 5000
/** Transactions at once: their commits share a write to the disk. */
const AT_ONCE = 3

/** One file on its way into the record. */
export type Load = {
  readonly options: {
    readonly dryRun: boolean
    readonly batch?: number
    readonly atOnce?: number
    readonly onStep?: (done: number, total: number) => void
  }
  readonly children: AsyncIterable<ReadChild>
  readonly source: CensusSource
  readonly run: Run
  readonly team: DutyTeam
  readonly totals: ImportTotals
}

/** Loads every child of the file, batch by batch; children who share an identifier in the order of the file. */
export async function loadChildren(
  database: Database,
  { options, children, source, run, team, totals }: Load,
): Promise<void> {
  const weigh = ({ child }: ReadChild) => child.counts.values().reduce((sum, { read }) => sum + read, 0)
  const limits = { items: options.batch ?? BATCH, weight: BATCH_ELEMENTS, weigh }
  const keep = async (batch: readonly ReadChild[]) => {
    const context = { run, team, check: source.check, asAt: source.asAt }
    for (const part of await keepBatch(database, batch, context, options.dryRun)) {
      if (part.wrote && !options.dryRun) run.isWritten = true
      if (part.children.some(({ isQueued }) => isQueued) && !options.dryRun) team.isMade = true
      for (const outcome of part.children) totals.addChild(outcome)
      totals.addClocks(part.clocks)
    }
    options.onStep?.(totals.children.read, 0)
  }
  const identifiers = (batch: readonly ReadChild[]) =>
    new Set(batch.flatMap(({ child }) => identifiersOf(child)))
  await atOnce(inBatches(children, limits), options.atOnce ?? AT_ONCE, keep, identifiers)
}
