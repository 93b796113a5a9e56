import {
  familiesOf,
  familyMembers,
  holdsOn,
  type PersonSummary,
  relationshipsOf,
  relationshipWord,
} from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'
import type { Joint } from './readJoint.ts'

/** What a parent or carer says, or why they have not been asked. */
export type AdultView = {
  readonly id: Uuid
  readonly words: string | null
  readonly noViewReason: string | null
  readonly heardOn: Temporal.PlainDate | null
  readonly version: number
}

/** An adult of the family, as far as the reader may know of them. */
export type JointAdult = {
  readonly person: PersonSummary
  /** "mother of Alfie, Maisie", or nothing. */
  readonly relation: string | null
  /** A parent, or somebody with parental responsibility, whom the law wants heard. */
  readonly mustBeHeard: boolean
  /** The children of the assessment whose parent they are, or for whom they have parental responsibility. */
  readonly childIds: readonly Uuid[]
  readonly view: AdultView | null
}

/** The family that an assessment is about: its own, else the first child's. */
export async function jointFamily(work: Work, joint: Joint): Promise<Uuid | null> {
  const [first] = joint.personIds
  if (joint.familyId !== null || first === undefined) return joint.familyId
  return (await familiesOf(work, first))[0]?.id ?? null
}

/** The adults of the children's family whom the reader may see, with what they said. */
export async function jointAdults(work: Work, joint: Joint): Promise<readonly JointAdult[]> {
  const familyId = await jointFamily(work, joint)
  const members = familyId === null ? [] : await familyMembers(work, familyId)
  const views = await viewsOf(work, joint.id)
  const bonds = (await relationshipsOf(work, joint.personIds)).filter(bond => holdsOn(bond, work.today))
  return members
    .filter(({ role }) => role === 'adult')
    .map(({ person }) => {
      const own = bonds.filter(bond => bond.personId === person.id && joint.personIds.includes(bond.otherId))
      const parental = own.filter(bond => bond.hasParentalResponsibility || parents.has(bond.kind))
      return {
        person,
        relation: relationOf(joint, person, own),
        mustBeHeard: parental.length > 0,
        childIds: parental.map(({ otherId }) => otherId),
        view: views.get(person.id) ?? null,
      }
    })
}

const parents: ReadonlySet<string> = new Set([
  'mother',
  'father',
  'parent',
  'adoptive_parent',
  'guardian',
  'carer',
])

function relationOf(
  joint: Joint,
  person: PersonSummary,
  bonds: Awaited<ReturnType<typeof relationshipsOf>>,
): string | null {
  const groups = Map.groupBy(bonds, ({ kind }) => relationshipWord(kind, 'as_recorded', person.sex))
  const phrases = [...groups].map(([word, group]) => {
    const names = joint.children
      .filter(child => group.some(({ otherId }) => otherId === child.personId))
      .map(({ person: child }) => child.displayName)
    return `${word} of ${names.join(', ')}`
  })
  return phrases.length === 0 ? null : phrases.join('; ')
}

async function viewsOf(work: Work, jointId: Uuid): Promise<ReadonlyMap<Uuid, AdultView>> {
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment_view')
    .select(['id', 'adult_id', 'words', 'no_view_reason', 'heard_on', 'version'])
    .where('joint_id', '=', jointId)
    .execute()
  return new Map(
    rows.map(row => [
      row.adult_id,
      {
        id: row.id,
        words: row.words,
        noViewReason: row.no_view_reason,
        heardOn: row.heard_on,
        version: row.version,
      },
    ]),
  )
}
