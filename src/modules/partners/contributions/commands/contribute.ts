import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { answerByTelling } from '../../requests/keepRequest.ts'
import type { Told } from '../told.ts'

/** Where a contribution comes from, and what it corrects. */
export type Telling = Told & {
  readonly personId: Uuid
  readonly organisationId: Uuid
  readonly role: string
  readonly corrects: { readonly id: Uuid; readonly reason: string } | null
  readonly submission: Uuid
}

/**
 * Keeps what the acting person knows of a child; a correction stands beside what it corrects and answers whoever asked for it; and what the council
 * asked of them about the child is answered by it.
 * @returns false when it was sent before, or another correction was faster
 */
export async function contribute(work: Work, telling: Telling): Promise<boolean> {
  const { corrects } = telling
  const id = makeUuid()
  const { numAffectedRows } = await sql`
    insert into contribution (id, person_id, organisation_id, author_id, role, seen_on, going_well, worries, child_says, next_step,
      corrects_id, correction_reason, written_at, submission)
    values (${id}, ${telling.personId}, ${telling.organisationId}, ${work.actor.id}, ${telling.role}, ${telling.seenOn}::date,
      ${telling.goingWell}, ${telling.worries}, ${telling.childSays}, ${telling.nextStep}, ${corrects?.id ?? null}, ${corrects?.reason ?? null},
      ${work.now}, ${telling.submission})
    on conflict do nothing`.execute(work.db())
  if ((numAffectedRows ?? 0n) === 0n) return false
  if (corrects !== null)
    await sql`update contribution_query set answered_at = ${work.now}, answer = 'Corrected', corrected_by_id = ${id}
      where contribution_id = ${corrects.id} and answered_at is null`.execute(work.db())
  await answerByTelling(work, telling.personId, id)
  return true
}
