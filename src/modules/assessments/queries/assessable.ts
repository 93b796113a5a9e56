import { type Episode, type FamilyChild, familyChildren, readEpisodes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'

/** A child of a family, and whether an assessment of them may start. */
export type Assessable = {
  readonly child: FamilyChild
  /** The open referral that the assessment would answer. */
  readonly episode: Episode | null
  /** The assessment under way of which they are a part already. */
  readonly jointId: Uuid | null
  /** One that came with an import or was begun elsewhere, and is still open: it is carried on. */
  readonly begunId: Uuid | null
}

/** Whether an assessment of this child may start now. */
export const mayStart = ({ child, episode, jointId }: Assessable): boolean =>
  child.mayWrite && episode !== null && jointId === null

/** The children of a person's family whom the reader may see, the person first, with what each waits for. */
export async function assessable(work: Work, personId: Uuid): Promise<readonly Assessable[]> {
  const children = (await familyChildren(work, personId)).filter(child => child.isChild !== false)
  const ids = children.map(({ id }) => id)
  const episodes = (await readEpisodes(work, ids)).filter(
    ({ closedOn, isNoFurtherAction }) => closedOn === null && isNoFurtherAction !== true,
  )
  const open = await openAssessments(work, ids)
  return children.map(child => {
    const episode = episodes.findLast(one => one.personId === child.id) ?? null
    const own = open.filter(one => one.person_id === child.id)
    return {
      child,
      episode,
      jointId: own.find(one => one.joint_id !== null)?.joint_id ?? null,
      begunId: own.find(one => one.joint_id === null && one.referral_id === episode?.id)?.id ?? null,
    }
  })
}

async function openAssessments(work: Work, personIds: readonly Uuid[]) {
  if (personIds.length === 0) return []
  return work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .leftJoin('joint_assessment as joint', 'joint.id', 'assessment.joint_id')
    .select(['assessment.id', 'assessment.person_id', 'assessment.referral_id', 'assessment.joint_id'])
    .where('assessment.person_id', 'in', personIds)
    .where('assessment.authorised_on', 'is', null)
    .where('assessment.left_out_on', 'is', null)
    .where(eb => eb.or([eb('joint.status', 'is', null), eb('joint.status', '<>', 'abandoned')]))
    .execute()
}
