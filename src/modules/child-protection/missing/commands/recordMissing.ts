import { syncClocks } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { missingOf } from '../queries/missingOf.ts'
import type { Episode, Return } from '../rules/episode.ts'
import { returnColumns } from './returnColumns.ts'
import { tellManagers } from './tellManagers.ts'

/** What somebody reports of a child who is away. */
export type MissingReport = Omit<Episode, 'id' | 'returned' | 'withdrawnReason' | 'version'> & {
  /** Said at once, where the child is back already. */
  readonly returned: Return | null
  /** Of the form: sent twice, kept once. */
  readonly submission: Uuid
}

export type RecordedMissing =
  | { readonly outcome: 'recorded'; readonly episodeId: Uuid }
  /** The child is on record as away during that time: the report may be joined to it. */
  | { readonly outcome: 'overlaps'; readonly episode: Episode }

/**
 * Begins an absence, unless one is on record that covers part of the same time (rule 574 of the return on children looked after). Tells
 * managers where the child has a plan or is away once more.
 */
export async function recordMissing(work: Work, report: MissingReport): Promise<RecordedMissing> {
  const { episodes } = await missingOf(work, [report.personId])
  const overlapping = episodes.find(one => overlaps(one, report))
  if (overlapping !== undefined) return { outcome: 'overlaps', episode: overlapping }
  const id = makeUuid()
  const { numInsertedOrUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .insertInto('missing_episode')
    .values({
      id,
      ...reportColumns(report),
      ...returnColumns(report.returned),
      submission: report.submission,
    })
    .onConflict(conflict => conflict.doNothing()) // another report of the same moment was faster
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) {
    const [other] = (await missingOf(work, [report.personId])).episodes.filter(one => overlaps(one, report))
    if (other === undefined)
      throw new Error('A report of a missing child was neither kept nor in the way of another')
    return { outcome: 'overlaps', episode: other }
  }
  await tellOfMissing(work, { id, personId: report.personId, kind: report.kind, startedAt: report.startedAt })
  if (report.returned !== null) await syncClocks(work, [report.personId])
  await tellManagers(work, report.personId, id)
  return { outcome: 'recorded', episodeId: id }
}

/** Whether two absences share a moment; one that has not ended goes on. */
export function overlaps(
  one: Pick<Episode, 'startedAt' | 'returned'>,
  other: Pick<Episode, 'startedAt' | 'returned'>,
): boolean {
  const isBefore = (first: Pick<Episode, 'returned'>, second: Pick<Episode, 'startedAt'>) =>
    first.returned !== null && Temporal.Instant.compare(first.returned.at, second.startedAt) <= 0
  return !isBefore(one, other) && !isBefore(other, one)
}

/** What is reported, as the columns of its row. */
export const reportColumns = (report: Omit<MissingReport, 'returned' | 'submission'>) => ({
  person_id: report.personId,
  kind: report.kind,
  started_at: report.startedAt,
  reported_at: report.reportedAt,
  reported_by: report.reportedBy,
  left_from: report.leftFrom,
  left_from_detail: report.leftFromDetail,
  last_seen: report.lastSeen,
  last_seen_at: report.lastSeenAt,
  police_told_at: report.policeToldAt,
  police_reference: report.policeReference,
  police_not_told_reason: report.policeNotToldReason,
  risk: report.risk,
  risk_reasons: report.riskReasons,
})

async function tellOfMissing(
  work: Work,
  { id, personId, kind, startedAt }: Pick<Episode, 'id' | 'personId' | 'kind' | 'startedAt'>,
): Promise<void> {
  const body = { episodeId: id, personIds: [personId], kind, startedAt: `${startedAt}` }
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event: 'missing.reported', body: JSON.stringify(body) })
    .execute()
}
