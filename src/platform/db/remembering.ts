import type { Work } from './work.ts'

const remembered = new WeakMap<Work, Map<unknown, Map<string, Promise<unknown>>>>()

/**
 * The same transaction for one page that only reads: a query made by {@link readOnce} that is asked again with the same
 * arguments is answered from the first time. Never for commands, whose later reads must see what they wrote.
 */
export function remembering(work: Work): Work {
  const forPage = { ...work }
  remembered.set(forPage, new Map())
  return forPage
}

/**
 * A query that parts of one page ask independently of each other, so that together they ask once: see {@link remembering}.
 * With any other `Work` it asks each time.
 * @param read its further arguments are plain: ids, lists of ids
 */
export function readOnce<Given extends readonly unknown[], R>(
  read: (work: Work, ...given: Given) => Promise<R>,
): (work: Work, ...given: Given) => Promise<R> {
  return (work, ...given) => {
    const queries = remembered.get(work)
    if (queries === undefined) return read(work, ...given)
    const answers = queries.get(read) ?? new Map<string, Promise<unknown>>()
    queries.set(read, answers)
    const key = JSON.stringify(given)
    const answer = (answers.get(key) as Promise<R> | undefined) ?? read(work, ...given) // kept under its own query only
    answers.set(key, answer)
    return answer
  }
}
