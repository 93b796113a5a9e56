import { type Database, type Options, serviceActor, type Work } from '#platform/db'

/** One transaction as the importer. */
export const asImporter = <R>(
  database: Database,
  fn: (work: Work) => Promise<R>,
  options: Options = {},
): Promise<R> => database.as(serviceActor('importer'), 'import', fn, { statementSeconds: 60, ...options })

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
export async function undone<R>(
  database: Database,
  fn: (work: Work) => Promise<R>,
  options: Options = {},
): Promise<R> {
  const box: { answer?: R } = {}
  const run = async (work: Work) => {
    box.answer = await fn(work)
    throw new Undone()
  }
  try {
    await asImporter(database, run, options)
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return box.answer as R // set before the only Undone is thrown
}
