import { type Database, serviceActor, type Work } from '#platform/db'
import { type ChildOutcome, type ImportContext, importChild, type ReadChild } from './importChild.ts'

/** One transaction as the importer. */
export const asImporter = <R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> =>
  database.as(serviceActor('importer'), 'import', fn, { statementSeconds: 60 })

/**
 * Imports one child in a transaction of its own. What the database will not take (a rule of its own, a value out of range)
 * refuses that child alone; any other failure ends the run.
 * @param isDry everything is done and then undone
 */
export async function keepChild(
  database: Database,
  read: ReadChild,
  context: ImportContext,
  isDry: boolean,
): Promise<ChildOutcome> {
  const run = (one: ReadChild) =>
    isDry
      ? undone(database, work => importChild(work, one, context))
      : asImporter(database, work => importChild(work, one, context))
  try {
    return await run(read)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return run({ ...read, refusal })
  }
}

/** SQLSTATE classes 22 (a value that cannot be) and 23 (a rule of the record), with the rule's name but never its values. */
export function refusalOf(error: unknown): string | null {
  const { code, constraint } =
    error instanceof Error ? (error as { code?: unknown; constraint?: unknown }) : {}
  if (typeof code !== 'string' || !/^2[23]\d/.test(code)) return null
  const rule = typeof constraint === 'string' ? ` (${constraint.replaceAll('_', ' ')})` : ` (${code})`
  return `The record's own rules do not take it${rule}. Find which value breaks the rule and correct it.`
}

class Undone extends Error {}

/** Does everything and rolls it back. */
export async function undone<R>(database: Database, fn: (work: Work) => Promise<R>): Promise<R> {
  const box: { answer?: R } = {}
  try {
    await asImporter(database, async work => {
      box.answer = await fn(work)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return box.answer as R // set before the only Undone is thrown
}
