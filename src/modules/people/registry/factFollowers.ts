import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What follows from the facts about people, brought in line when these are merged or corrected: clocks. Filled by the composition root. */
export const factFollowers: ((work: Work, personIds: readonly Uuid[]) => Promise<unknown>)[] = []

/** Runs the followers, one after another, in the transaction that changed the facts. */
export async function followFacts(work: Work, personIds: readonly Uuid[]): Promise<void> {
  for (const follow of factFollowers) await follow(work, personIds)
}
