import { syncClocks, writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import type { Paper } from '../rules/paper.ts'
import { tellOf } from './tellOf.ts'
import { addParts, changePaper } from './writePaper.ts'

/** Finishes a paper: from now on only another replaces it. A paper that corrects one makes that one "replaced", its copies too. */
export async function finishPaper(work: Work, paper: Paper): Promise<boolean> {
  const done = await changePaper(work, paper, {
    status: 'finished',
    finished_at: work.now,
    finished_by: work.actor.id,
  })
  if (!done) return false
  if (paper.replacesId !== null) await replaceOld(work, paper.replacesId, paper.correctionReason ?? '')
  await syncTheirClocks(work, paper.personIds)
  await tellOf(work, 'paper.finished', { paperId: paper.id, kind: paper.kind, personIds: paper.personIds })
  return true
}

/** Reports stop clocks of conferences. An invited agency, which keeps no clocks, leaves that to the nightly job. */
async function syncTheirClocks(work: Work, personIds: readonly Uuid[]): Promise<void> {
  const writable = await writableSubjects(work, personIds)
  if (personIds.every(id => writable.has(id))) await syncClocks(work, personIds)
}

async function replaceOld(work: Work, paperId: Uuid, reason: string): Promise<void> {
  const database = work.db<ChildProtectionTables>()
  await database
    .updateTable('paper')
    .set(eb => ({ status: 'replaced', version: eb('version', '+', 1) }))
    .where('id', '=', paperId)
    .where('status', '=', 'finished')
    .execute()
  await database
    .updateTable('paper_copy')
    .set(eb => ({ status: 'replaced', ended_because: reason, version: eb('version', '+', 1) }))
    .where('paper_id', '=', paperId)
    .where('status', 'in', ['composed', 'approved', 'released'])
    .execute()
}

/** A new draft with the same parts, which replaces a finished paper once it is finished itself. */
export async function correctPaper(work: Work, paper: Paper, reason: string, id: Uuid): Promise<void> {
  const parts = await partsOfPaper(work, paper.id)
  await work
    .db<ChildProtectionTables>()
    .insertInto('paper')
    .values({
      id,
      kind: paper.kind,
      meeting_id: paper.meetingId,
      invitee_id: paper.inviteeId,
      person_ids: [...paper.personIds],
      replaces_id: paper.id,
      correction_reason: reason,
    })
    .execute()
  const copied = parts.map(part => ({
    ...part,
    origin: part.origin ?? { kind: 'paper' as const, id: part.id, words: part.words },
  }))
  await addParts(work, id, copied)
}
