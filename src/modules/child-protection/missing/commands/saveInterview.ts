import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Interview } from '../rules/episode.ts'

/** An interview as its form says it is. */
export type WrittenInterview = Omit<Interview, 'id' | 'version'>

/** Offers an interview for one or several absences, with what is known of the answer already. Sent twice, kept once. */
export async function offerInterview(
  work: Work,
  interview: WrittenInterview,
  submission: Uuid,
): Promise<void> {
  const id = makeUuid()
  const { numInsertedOrUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .insertInto('return_interview')
    .values({ id, person_id: interview.personId, ...columns(interview), submission })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return
  await cover(work, id, interview)
  await syncClocks(work, [interview.personId])
}

/** Says more of an interview: the answer, that it was held, for which further absences. */
export async function changeInterview(
  work: Work,
  id: Uuid,
  version: number,
  interview: WrittenInterview,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('return_interview')
    .set({ ...columns(interview), version: version + 1 })
    .where('id', '=', id)
    .where('person_id', '=', interview.personId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await cover(work, id, interview)
  await syncClocks(work, [interview.personId])
  return 'changed'
}

const columns = (interview: WrittenInterview) => ({
  offered_at: interview.offeredAt,
  offered_by: interview.offeredBy,
  is_independent: interview.isIndependent,
  answer: interview.answer,
  answered_at: interview.answeredAt,
  answer_words: interview.answerWords,
  done_at: interview.doneAt,
  done_by: interview.doneBy,
  words: interview.words,
  push_factors: [...interview.pushFactors],
  pull_factors: [...interview.pullFactors],
  harm: interview.harm,
  follow_up: interview.followUp,
})

async function cover(work: Work, id: Uuid, { personId, episodeIds }: WrittenInterview): Promise<void> {
  if (episodeIds.length === 0) return
  await work
    .db<ChildProtectionTables>()
    .insertInto('return_interview_episode')
    .values(
      episodeIds.map(episodeId => ({
        id: makeUuid(),
        person_id: personId,
        interview_id: id,
        episode_id: episodeId,
      })),
    )
    .onConflict(conflict => conflict.columns(['interview_id', 'episode_id']).doNothing())
    .execute()
}
