import type { Database, Options } from '#platform/db'
import type { ReadChild } from '../loading/readChild.ts'
import { asImporter, refusalOf, undone } from './asImporter.ts'
import { type BatchOutcome, type ImportContext, importBatch } from './importBatch.ts'

/** Access is brought in line once for the batch, before it commits. */
const options: Options = { deferAccess: true }

/**
 * Imports a batch of children in one transaction. What the database will not take (a rule of its own, a value out of range)
 * is looked for by halves, and the child that holds it is refused alone; any other failure ends the run.
 * @param isDry everything is done and then undone
 * @returns what became of the parts in which the batch was kept, in the order of the file
 */
export async function keepBatch(
  database: Database,
  batch: readonly ReadChild[],
  context: ImportContext,
  isDry: boolean,
): Promise<readonly BatchOutcome[]> {
  const transaction = isDry ? undone<BatchOutcome> : asImporter<BatchOutcome>
  const run = (part: readonly ReadChild[]) =>
    transaction(database, work => importBatch(work, part, context), options)
  const keep = async (part: readonly ReadChild[]): Promise<readonly BatchOutcome[]> => {
    try {
      return [await run(part)]
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === null) throw error
      if (part.length === 1) return [await run(part.map(read => ({ ...read, refusal })))]
      const middle = Math.ceil(part.length / 2)
      return [...(await keep(part.slice(0, middle))), ...(await keep(part.slice(middle)))]
    }
  }
  return keep(batch)
}
