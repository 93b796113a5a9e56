import { syncClocks } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { missingOf } from '../queries/missingOf.ts'
import type { Entry, Episode, Return } from '../rules/episode.ts'
import { type MissingReport, overlaps, reportColumns } from './recordMissing.ts'
import { returnColumns } from './returnColumns.ts'

/** An absence in the version that the form was opened with. */
export type EpisodeVersion = Pick<Episode, 'id' | 'personId' | 'version'>

type Changed = 'changed' | 'stale'

/**
 * Says when and how the child came back, or corrects it.
 * @returns `overlaps` where another absence began before that moment: that one is mended first
 */
export async function recordReturn(
  work: Work,
  episode: Episode,
  version: number,
  returned: Return,
): Promise<Changed | 'overlaps'> {
  const { episodes } = await missingOf(work, [episode.personId])
  if (episodes.some(one => one.id !== episode.id && overlaps(one, { ...episode, returned })))
    return 'overlaps'
  const of = { id: episode.id, personId: episode.personId, version }
  if ((await change(work, of, returnColumns(returned))) === 'stale') return 'stale'
  await syncClocks(work, [episode.personId])
  const body = { episodeId: episode.id, personIds: [episode.personId], foundAt: `${returned.at}` }
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event: 'missing.found', body: JSON.stringify(body) })
    .execute()
  return 'changed'
}

/** Corrects what was reported. */
export async function correctReport(
  work: Work,
  episode: Episode,
  version: number,
  report: Omit<MissingReport, 'returned' | 'submission'>,
): Promise<Changed | 'overlaps'> {
  const { episodes } = await missingOf(work, [episode.personId])
  const corrected = { startedAt: report.startedAt, returned: episode.returned }
  if (episodes.some(one => one.id !== episode.id && overlaps(one, corrected))) return 'overlaps'
  const of = { id: episode.id, personId: episode.personId, version }
  if ((await change(work, of, reportColumns(report))) === 'stale') return 'stale'
  await syncClocks(work, [episode.personId])
  return 'changed'
}

/** Takes an absence out that was recorded in error: it stays readable at its own address and counts nowhere. */
export async function withdrawMissing(work: Work, of: EpisodeVersion, reason: string): Promise<Changed> {
  const changed = await change(work, of, { withdrawn_at: work.now, withdrawn_reason: reason })
  if (changed === 'changed') await syncClocks(work, [of.personId])
  return changed
}

/** Adds to what was done and learnt during an absence. Nothing of it is changed later. */
export async function addEntry(
  work: Work,
  entry: Pick<Entry, 'episodeId' | 'kind' | 'at' | 'words'> & {
    readonly personId: Uuid
    readonly submission: Uuid
  },
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('missing_entry')
    .values({
      id: makeUuid(),
      person_id: entry.personId,
      episode_id: entry.episodeId,
      kind: entry.kind,
      happened_at: entry.at,
      words: entry.words,
      written_by: work.actor.id,
      submission: entry.submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .execute()
}

/**
 * Joins a further report to an absence on record: its words are kept as they came, the absence begins at the earlier moment, and what
 * was not known of the police before is known now.
 */
export async function joinReport(work: Work, episode: Episode, report: MissingReport): Promise<Changed> {
  const isEarlier = Temporal.Instant.compare(report.startedAt, episode.startedAt) < 0
  const isNews = episode.policeToldAt === null && report.policeToldAt !== null
  const changed = await change(work, episode, {
    ...(isEarlier ? { started_at: report.startedAt } : {}),
    ...(isNews
      ? {
          police_told_at: report.policeToldAt,
          police_reference: report.policeReference,
          police_not_told_reason: null,
        }
      : {}),
  })
  if (changed === 'stale') return 'stale'
  const { personId, submission, reportedAt } = report
  await addEntry(work, {
    personId,
    episodeId: episode.id,
    kind: 'report',
    at: reportedAt,
    words: `${report.reportedBy}: ${report.lastSeen}\n${report.riskReasons}`,
    submission,
  })
  await syncClocks(work, [personId])
  return 'changed'
}

async function change(
  work: Work,
  { id, personId, version }: EpisodeVersion,
  values: Partial<ReturnType<typeof reportColumns> & ReturnType<typeof returnColumns>> & {
    readonly withdrawn_at?: Temporal.Instant
    readonly withdrawn_reason?: string
  },
): Promise<Changed> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('missing_episode')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
