import { familyMembers } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type JointAdult, jointAdults, jointFamily } from './jointAdults.ts'
import type { Joint } from './readJoint.ts'

/** An adult of the family whose needs can be written, and the children of the assessment on whom they bear. */
export type NeedyAdult = {
  readonly personId: Uuid
  /** "Mary Madeup, mother of Alfie". */
  readonly words: string
  readonly childIds: readonly Uuid[]
}

/** The living adults of the children's family today; the children are those who are in that family with them. */
export async function needyAdults(work: Work, joint: Joint): Promise<readonly NeedyAdult[]> {
  const familyId = await jointFamily(work, joint)
  const members = familyId === null ? [] : await familyMembers(work, familyId)
  const children = new Set(members.flatMap(({ role, person }) => (role === 'child' ? [person.id] : [])))
  const childIds = joint.personIds.filter(id => children.has(id))
  if (childIds.length === 0) return []
  const adults = (await jointAdults(work, joint)).filter(({ person }) => person.diedOn === null)
  return adults.map(adult => ({ personId: adult.person.id, words: wordsOf(adult), childIds }))
}

/** An adult with what they are to the children. */
export const wordsOf = ({ person, relation }: JointAdult): string =>
  relation === null ? person.displayName : `${person.displayName}, ${relation}`
