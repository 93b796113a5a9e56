import { syncClocks } from '#modules/casework'
import { familiesOf } from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { type Assessable, mayStart } from '../queries/assessable.ts'
import type { AssessmentsTables } from '../tables.ts'

/**
 * Starts one assessment of these children: a part for each within its own open referral. One that was begun elsewhere is
 * carried on from its own start.
 * @param chosen each of whom `mayStart` holds
 * @returns its id
 */
export async function startAssessment(
  work: Work,
  chosen: readonly Assessable[],
  { purpose, startedOn }: { readonly purpose: string | null; readonly startedOn: Temporal.PlainDate },
): Promise<Uuid> {
  const jointId = makeUuid()
  const personIds = chosen.map(({ child }) => child.id)
  const [first] = personIds
  const family = first === undefined ? undefined : (await familiesOf(work, first))[0]
  await work
    .db<AssessmentsTables>()
    .insertInto('joint_assessment')
    .values({ id: jointId, family_id: family?.id ?? null, person_ids: personIds, purpose })
    .execute()
  await addParts(work, jointId, chosen, startedOn)
  await syncClocks(work, personIds)
  return jointId
}

/** A part of the assessment for each of these children. */
export async function addParts(
  work: Work,
  jointId: Uuid,
  chosen: readonly Assessable[],
  startedOn: Temporal.PlainDate,
): Promise<void> {
  const wrong = chosen.find(one => !mayStart(one))
  if (wrong) throw new Error(`An assessment of ${wrong.child.id} may not start: the form must not offer it`)
  const begun = chosen.flatMap(({ begunId }) => begunId ?? [])
  const fresh = chosen.flatMap(({ child, episode, begunId }) =>
    begunId !== null || episode === null
      ? []
      : [
          {
            id: makeUuid(),
            person_id: child.id,
            referral_id: episode.id,
            started_on: startedOn,
            joint_id: jointId,
          },
        ],
  )
  const database = work.db<AssessmentsTables>()
  if (begun.length > 0)
    await database.updateTable('assessment').set({ joint_id: jointId }).where('id', 'in', begun).execute()
  if (fresh.length > 0) await database.insertInto('assessment').values(fresh).execute()
}
