import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { showingsOf } from '../queries/readPapers.ts'
import type { Ground, Recipient } from '../rules/paper.ts'

/** Whether a part goes to a recipient; withholding says why. */
export type Decision = {
  readonly partId: Uuid
  readonly recipient: Pick<Recipient, 'key' | 'personId' | 'inviteeId'>
  readonly shows: boolean
  readonly ground: Ground | null
  readonly why: string | null
}

/** Keeps decisions of a paper, each as it is now; what says the same as before is left. */
export async function decideShowings(
  work: Work,
  paperId: Uuid,
  decisions: readonly Decision[],
): Promise<void> {
  const before = new Map(
    (await showingsOf(work, paperId)).map(one => [`${one.partId} ${one.recipientKey}`, one]),
  )
  const database = work.db<ChildProtectionTables>()
  for (const { partId, recipient, shows, ground, why } of decisions) {
    const old = before.get(`${partId} ${recipient.key}`)
    if (old?.shows === shows && old.why === why && old.ground === ground) continue
    const said = { shows, ground, why, decided_by: work.actor.id, decided_at: work.now }
    if (old === undefined)
      await database
        .insertInto('part_showing')
        .values({
          id: makeUuid(),
          part_id: partId,
          recipient_id: recipient.personId,
          invitee_id: recipient.inviteeId,
          ...said,
        })
        .execute()
    else
      await database
        .updateTable('part_showing')
        .set({ ...said, version: old.version + 1 })
        .where('id', '=', old.id)
        .where('version', '=', old.version)
        .execute()
  }
}
