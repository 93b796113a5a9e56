import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** When somebody of the family had their copy of the social worker's report, and why it was late where it was. */
export type ReportGiven = { readonly at: Temporal.Instant; readonly lateBecause: string | null }

/** The first report given to each person for one meeting, by the person. */
export async function reportGiven(work: Work, meetingId: Uuid): Promise<ReadonlyMap<Uuid, ReportGiven>> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('paper_copy')
    .innerJoin('paper', 'paper.id', 'paper_copy.paper_id')
    .select(['paper_copy.recipient_id', 'paper_copy.released_at', 'paper_copy.late_because'])
    .where('paper_copy.meeting_id', '=', meetingId)
    .where('paper.kind', '=', 'social_work_report')
    .orderBy('paper_copy.released_at', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ recipient_id: id, released_at: at, late_because: lateBecause }) =>
      id === null || at === null ? [] : [[id, { at, lateBecause }] as const],
    ),
  )
}
