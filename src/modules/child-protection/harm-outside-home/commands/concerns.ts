import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Concern, RiskAssessment } from '../rules/harm.ts'

/** Records a concern; refused while one of the same kind stands. */
export async function addConcern(
  work: Work,
  concern: Pick<Concern, 'personId' | 'kind' | 'notedOn' | 'source' | 'words'> & {
    readonly submission: Uuid
  },
): Promise<'added' | 'stands_already'> {
  const { numInsertedOrUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .insertInto('harm_concern')
    .values({
      id: makeUuid(),
      person_id: concern.personId,
      kind: concern.kind,
      noted_on: concern.notedOn,
      source: concern.source,
      words: concern.words,
      submission: concern.submission,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? 'added' : 'stands_already'
}

/** Says that a concern stands no longer, and why. */
export async function endConcern(
  work: Work,
  concern: Pick<Concern, 'id' | 'personId' | 'version'>,
  reason: string,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('harm_concern')
    .set({ ended_on: work.today, end_reason: reason, version: concern.version + 1 })
    .where('id', '=', concern.id)
    .where('person_id', '=', concern.personId)
    .where('version', '=', concern.version)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

/** Keeps a judgement of the risk. It is never changed: the next is another. Sent twice, kept once. */
export async function addRiskAssessment(
  work: Work,
  assessment: Omit<RiskAssessment, 'id' | 'author'> & { readonly submission: Uuid },
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('harm_assessment')
    .values({
      id: makeUuid(),
      person_id: assessment.personId,
      assessed_on: assessment.assessedOn,
      kinds: [...assessment.kinds],
      indicators: [...assessment.indicators],
      level: assessment.level,
      reasons: assessment.reasons,
      child_words: assessment.childWords,
      next_review_on: assessment.nextReviewOn,
      assessed_by: work.actor.id,
      submission: assessment.submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .execute()
}
