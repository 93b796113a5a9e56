import type { Found } from './manyWorlds.ts'
import { oracle } from './mcdc.ts'

/** A difference between the database and the oracle that is known and not yet settled. */
type OpenQuestion = {
  readonly question: string
  readonly isAbout: (found: Found) => boolean
  /** Met in a million decisions, and not in every hundred thousand. */
  readonly isRare?: true
}

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
  {
    question:
      'Shall an author read what their note says of a child whom nothing ties them to any more? Yes (AC2).',
    isAbout: ({ disagreement: { workerId, row, verb, database } }) =>
      verb === 'read' && row.table === 'note_person' && row.authorId === workerId && !database,
  },
  {
    isRare: true,
    question: 'Shall a director with a post at the front door read its contacts? No: by opening the record.',
    isAbout: ({ scene, disagreement: { workerId, row, database } }) =>
      database &&
      row.contactId !== undefined &&
      scene.world.workers.some(one => one.id === workerId && one.class === 'director'),
  },
  {
    isRare: true,
    question:
      'Shall an author read their contribution once somebody in the contact is sealed from them? No (AC6), as with notes.',
    isAbout: ({ disagreement: { workerId, row, database } }) =>
      database && row.table === 'contact_contribution' && row.authorId === workerId,
  },
  {
    isRare: true,
    question:
      'Shall a view of somebody be written, or a copy given to them, by one from whom they are sealed? No (D2).',
    isAbout: ({ disagreement: { row, verb, database } }) =>
      database && verb === 'add' && ['assessment_view', 'assessment_share'].includes(row.table),
  },
  {
    isRare: true,
    question:
      'Shall somebody of class duty with a post at the front door name people in a contact off the rota? No, as with the contact itself.',
    isAbout: ({ scene: { world }, disagreement: { workerId, row, database } }) =>
      database &&
      row.table === 'contact_person' &&
      world.workers.some(one => one.id === workerId && one.class === 'duty'),
  },
  {
    isRare: true,
    question:
      'Shall a lead practitioner who is not a social worker change the plan itself, the summary of the record? Not by the policy: its parts.',
    isAbout: ({ scene: { world }, disagreement: { workerId, row, verb, database } }) =>
      database &&
      verb === 'change' &&
      row.table === 'cin_plan' &&
      oracle.change(world, workerId, { ...row, table: 'plan_review' }),
  },
]
