import type { Condition } from './conditions.ts'
import type { Found } from './manyWorlds.ts'
import { oracle } from './mcdc.ts'
import { mayAdd } from './oracle.ts'

/** A difference between the database and the oracle that is known and not yet settled. */
type OpenQuestion = { readonly question: string; readonly isAbout: (found: Found) => boolean }

/**
 * Kept so that every other difference is seen. Each must still occur: the comparison fails when one no longer does, and then it goes
 * from this list.
 */
export const openQuestions: readonly OpenQuestion[] = [
  {
    question:
      'May a conference chair write the identity of the whole family, though they only have to know who they are?',
    isAbout: found =>
      wouldAllow(found, ['conference chair: sibling, writes A2', 'conference chair: adult, writes A2']),
  },
  {
    question:
      'Is a reference for somebody who is not restricted an opening like any other, and one of their family?',
    isAbout: found => wouldAllow(found, ['the opening gives a reason of its own']),
  },
  {
    question: 'May whoever made the record of a person change the queue that the person waits in?',
    isAbout: ({ scene, disagreement: { verb, row, workerId, database } }) =>
      database && verb === 'change' && row.role === 'queue' && mayAdd(scene.world, workerId, row),
  },
  {
    question: 'Does a reference that has not begun yet show its notes?',
    isAbout: found => wouldAllow(found, ['reference has begun']),
  },
  {
    question: 'Does having made the record of a relative count when somebody joins the family?',
    isAbout: found => madeRelative(found) && wouldAllow(found, ['the tie is one that counts']),
  },
  {
    question: 'Shall a data-quality officer see the record as it was known?',
    isAbout: ({ scene, disagreement: { workerId, database }, isKnownAt }) =>
      isKnownAt &&
      !database &&
      scene.world.workers.some(one => one.id === workerId && one.class === 'data_quality'),
  },
]

/** Whether the worker made the record of another member of the family that the row is of. */
function madeRelative({ scene: { world }, disagreement: { row, workerId } }: Found): boolean {
  const others = world.familyMembers.filter(
    one => one.familyId === row.familyId && one.personId !== row.personIds[0],
  )
  return world.people.some(
    one => one.createdBy === workerId && others.some(other => other.personId === one.id),
  )
}

/** Whether the oracle would allow, as the database does, if these conditions always held. */
function wouldAllow({ scene, disagreement }: Found, conditions: readonly Condition[]): boolean {
  const { verb, workerId, row, database } = disagreement
  if (!database) return false
  return oracle[verb](scene.world, workerId, row, (met, holds) => holds || conditions.includes(met))
}
