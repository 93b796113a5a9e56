import type { Updateable } from 'kysely'
import { managersOf } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { composedFor, type Style, type ToCompose } from '../queries/composing.ts'
import { type Copy, copiesOf } from '../queries/readCopies.ts'
import { copyHash } from '../rules/copyContent.ts'
import { childrenOfCopy, type Recipient } from '../rules/paper.ts'
import { tellOf } from './tellOf.ts'

/** Composes one recipient's copy and keeps it; an earlier one that was not given yet makes way. Null where nothing is shown to them. */
export async function composeFor(
  work: Work,
  from: ToCompose,
  recipient: Recipient,
  style: Style,
): Promise<Uuid | null> {
  const { composed, findings } = await composedFor(work, from, recipient, style)
  if (composed.partIds.length === 0) return null
  const shown = from.parts.filter(({ id }) => composed.partIds.includes(id))
  const database = work.db<ChildProtectionTables>()
  const hash = copyHash(composed.content)
  const live = (await copiesOf(work, { paperId: from.paper.id })).find(
    one => one.recipientKey === recipient.key && ['composed', 'approved', 'released'].includes(one.status),
  )
  if (live?.hash.equals(hash)) return live.id // the same letter for letter: what was approved stands
  await database
    .updateTable('paper_copy')
    .set(eb => ({ status: 'replaced', ended_because: 'Composed again', version: eb('version', '+', 1) }))
    .where('paper_id', '=', from.paper.id)
    .where(
      recipient.personId === null ? 'invitee_id' : 'recipient_id',
      '=',
      recipient.personId ?? recipient.inviteeId,
    )
    .where('status', 'in', ['composed', 'approved', 'released'])
    .execute()
  const id = makeUuid()
  await database
    .insertInto('paper_copy')
    .values({
      id,
      paper_id: from.paper.id,
      meeting_id: from.meeting.id,
      person_ids: [...childrenOfCopy(from.paper, shown)],
      recipient_id: recipient.personId,
      invitee_id: recipient.inviteeId,
      content: JSON.stringify(composed.content),
      content_hash: hash,
      part_ids: [...composed.partIds],
      lang: composed.content.lang,
      findings: JSON.stringify(findings),
    })
    .execute()
  return id
}

/** Whether two people approve this copy: where a wall stands, or the checks met something. */
export const needsTwo = ({ isWalled, findings }: Pick<Copy, 'isWalled' | 'findings'>): boolean =>
  isWalled || findings.length > 0

/** One person's approval of a copy; the last of those needed makes it approved. @returns false when it was changed meanwhile */
export async function approveCopy(
  work: Work,
  copy: Copy,
  said: {
    readonly findingsAnswer: string | null
    readonly sharedBecause: string | null
    readonly inPortal: boolean
    readonly isWalled: boolean
  },
): Promise<'approved' | 'waits' | 'changed_meanwhile'> {
  const by = [...copy.approvedBy, work.actor.id]
  const isEnough = by.length >= (needsTwo({ ...copy, isWalled: copy.isWalled || said.isWalled }) ? 2 : 1)
  const changed = await changeCopy(work, copy, {
    approved_by: by,
    findings_answer: said.findingsAnswer,
    shared_because: said.sharedBecause,
    in_portal: said.inPortal,
    ...(isEnough ? { status: 'approved' as const, approved_at: work.now } : {}),
  })
  if (!changed) return 'changed_meanwhile'
  if (!isEnough) await tellSecond(work, copy)
  if (isEnough) await tellOf(work, 'copy.approved', { copyId: copy.id, paperId: copy.paperId })
  return isEnough ? 'approved' : 'waits'
}

/** Tells the managers of each child's team that a copy waits for a second person. */
async function tellSecond(work: Work, copy: Copy): Promise<void> {
  const told = new Map<Uuid, Uuid>()
  for (const personId of copy.personIds)
    for (const manager of await managersOf(work, personId)) told.set(manager, personId)
  told.delete(work.actor.id)
  if (told.size === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      [...told].map(([workerId, personId]) => ({
        worker_id: workerId,
        kind: 'copy_waits',
        path: `/copies/${copy.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}

/** Refuses a copy, or takes a given one back. */
export const endCopy = (work: Work, copy: Copy, status: 'refused' | 'withdrawn', why: string) =>
  changeCopy(work, copy, { status, ended_because: why })

/** Gives an approved copy: from now on it is its recipient's, and shown in the portal where that was decided. */
export async function giveCopy(work: Work, copy: Copy, lateBecause: string | null): Promise<boolean> {
  const given = await changeCopy(work, copy, {
    status: 'released',
    released_at: work.now,
    released_by: work.actor.id,
    late_because: lateBecause,
  })
  if (given) await tellOf(work, 'copy.given', { copyId: copy.id, paperId: copy.paperId })
  return given
}

async function changeCopy(
  work: Work,
  copy: Pick<Copy, 'id' | 'version'>,
  values: Updateable<ChildProtectionTables['paper_copy']>,
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('paper_copy')
    .set({ ...values, version: copy.version + 1 })
    .where('id', '=', copy.id)
    .where('version', '=', copy.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
