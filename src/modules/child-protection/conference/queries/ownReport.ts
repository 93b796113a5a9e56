import { type CaseworkTables, scanWords } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** The report that somebody asked to a conference brings, as they may see it themself. */
export type OwnReport = {
  readonly paperId: Uuid
  readonly version: number
  readonly finishedAt: Temporal.Instant | null
  /** Of a file: how far the scanner has come, and what its reader has still to say of it. */
  readonly file: { readonly name: string; readonly scan: string } | null
  readonly waitsFor: 'reading' | 'decision' | null
}

/** The latest report of an invitation that its reader wrote or brought themself; null before it is begun. */
export async function ownReport(work: Work, inviteeId: Uuid): Promise<OwnReport | null> {
  const row = await work
    .db<ChildProtectionTables & CaseworkTables>()
    .selectFrom('paper')
    .leftJoin('document', 'document.id', 'paper.document_id')
    .select([
      'paper.id',
      'paper.version',
      'paper.finished_at',
      'paper.unread',
      'paper.read_through_by',
      'paper.hidden_words',
      'paper.hidden_decision',
      'document.file_name',
      'document.scan',
    ])
    .where('paper.invitee_id', '=', inviteeId)
    .where('paper.made_by', '=', work.actor.id)
    .where('paper.status', 'in', ['draft', 'finished'])
    .orderBy('paper.id', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const mustRead = row.unread !== null && row.read_through_by === null
  const mustDecide = row.hidden_words !== null && row.hidden_decision === null
  return {
    paperId: row.id,
    version: row.version,
    finishedAt: row.finished_at,
    file:
      row.file_name === null || row.scan === null
        ? null
        : { name: row.file_name, scan: scanWords[row.scan].short },
    waitsFor: mustRead ? 'reading' : mustDecide ? 'decision' : null,
  }
}
