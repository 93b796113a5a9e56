import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'

/** Whether a row was changed: false when somebody was faster, or it is not the acting person's to change. */
const changed = ({ numAffectedRows }: { readonly numAffectedRows?: bigint }): boolean =>
  (numAffectedRows ?? 0n) > 0n

/** Says that whoever holds the record has read it. */
export const markContributionRead = async (work: Work, id: Uuid): Promise<boolean> =>
  changed(
    await sql`update contribution set read_at = ${work.now}, read_by = ${work.actor.id}
      where id = ${id} and read_at is null and author_id <> ${work.actor.id}`.execute(work.db()),
  )

/** Says whether the family may be told: its author alone. */
export const letFamilyKnow = async (work: Work, id: Uuid, mayKnow: boolean): Promise<boolean> =>
  changed(
    await sql`update contribution set family_may_know = ${mayKnow}
      where id = ${id} and author_id = ${work.actor.id} and family_may_know <> ${mayKnow}`.execute(work.db()),
  )

/** Asks the source to correct what it told. @returns false while an earlier question waits for its answer */
export async function askSource(
  work: Work,
  of: { readonly id: Uuid; readonly personId: Uuid; readonly authorId: Uuid },
  question: string,
): Promise<boolean> {
  return changed(
    await sql`insert into contribution_query (id, contribution_id, person_id, author_id, asked_by, asked_at, question)
      select ${makeUuid()}, ${of.id}, ${of.personId}, ${of.authorId}, ${work.actor.id}, ${work.now}, ${question}
      where not exists (select from contribution_query q where q.contribution_id = ${of.id} and q.answered_at is null)`.execute(
      work.db(),
    ),
  )
}

/** Says why it stands as it was told. */
export const answerSource = async (work: Work, queryId: Uuid, answer: string): Promise<boolean> =>
  changed(
    await sql`update contribution_query set answered_at = ${work.now}, answer = ${answer}
      where id = ${queryId} and author_id = ${work.actor.id} and answered_at is null`.execute(work.db()),
  )
