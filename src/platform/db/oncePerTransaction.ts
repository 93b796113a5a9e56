import type { Work } from './work.ts'

/**
 * A query that is asked at most once in a transaction with the same arguments. Only for what that transaction never writes, such as directories
 * and settings: a job that reads fifty messages looks once for who answers where. Pages have readOnce.
 * @param read its further arguments are plain: ids, codes, lists of them
 */
export function oncePerTransaction<Given extends readonly unknown[], R>(
  read: (work: Work, ...given: Given) => Promise<R>,
): (work: Work, ...given: Given) => Promise<R> {
  const known = new WeakMap<Work, Map<string, Promise<R>>>()
  return (work, ...given) => {
    const answers = known.get(work) ?? new Map<string, Promise<R>>()
    known.set(work, answers)
    const key = JSON.stringify(given)
    const answer = answers.get(key) ?? read(work, ...given)
    answers.set(key, answer)
    return answer
  }
}
