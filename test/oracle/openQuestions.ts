import type { Found } from './manyWorlds.ts'

/** A difference between the database and the oracle that is known and not yet settled. */
type OpenQuestion = { readonly question: string; readonly isAbout: (found: Found) => boolean }

/**
 * Kept so that every other difference is seen. Each must still occur: the comparison fails when one no longer does, and then it goes
 * from this list.
 */
export const openQuestions: readonly OpenQuestion[] = [
  {
    question:
      'Shall a data-quality officer see the record as it was known? The views need every column, and theirs are few: refused.',
    isAbout: ({ scene, disagreement: { workerId, database }, isKnownAt }) =>
      isKnownAt &&
      !database &&
      scene.world.workers.some(one => one.id === workerId && one.class === 'data_quality'),
  },
]
