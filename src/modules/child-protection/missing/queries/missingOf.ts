import type { AgenciesTables } from '#modules/agencies'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Entry, Episode, Interview, Return } from '../rules/episode.ts'

/** Absences of these people and the interviews after them, oldest first. */
export type MissingFacts = {
  readonly episodes: readonly Episode[]
  readonly interviews: readonly Interview[]
}

/** Every absence that stands: what was withdrawn is left out, and read by its own page alone. */
export const missingOf = readOnce(readMissing)

async function readMissing(work: Work, personIds: readonly Uuid[]): Promise<MissingFacts> {
  if (personIds.length === 0) return { episodes: [], interviews: [] }
  const rows = await episodeRows(work)
    .where('person_id', 'in', personIds)
    .where('withdrawn_at', 'is', null)
    .execute()
  return { episodes: rows.map(asEpisode), interviews: await interviewsOf(work, personIds) }
}

/** One absence of one person, withdrawn or not; null when there is none that the reader may see. */
export async function missingEpisode(work: Work, personId: Uuid, episodeId: Uuid): Promise<Episode | null> {
  const row = await episodeRows(work)
    .where('person_id', '=', personId)
    .where('id', '=', episodeId)
    .executeTakeFirst()
  return row === undefined ? null : asEpisode(row)
}

const episodeRows = (work: Work) =>
  work
    .db<ChildProtectionTables>()
    .selectFrom('missing_episode')
    .selectAll()
    .orderBy('started_at')
    .orderBy('id')

type EpisodeRow = Awaited<ReturnType<ReturnType<typeof episodeRows>['execute']>>[number]

function asEpisode(row: EpisodeRow): Episode {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    startedAt: row.started_at,
    reportedAt: row.reported_at,
    reportedBy: row.reported_by,
    leftFrom: row.left_from,
    leftFromDetail: row.left_from_detail,
    lastSeen: row.last_seen,
    lastSeenAt: row.last_seen_at,
    policeToldAt: row.police_told_at,
    policeReference: row.police_reference,
    policeNotToldReason: row.police_not_told_reason,
    risk: row.risk,
    riskReasons: row.risk_reasons,
    returned: returnOf(row),
    withdrawnReason: row.withdrawn_reason,
    version: row.version,
  }
}

function returnOf(row: EpisodeRow): Return | null {
  const { found_at: at, found_where: where, found_how: how, returned_to: to } = row
  if (at === null || where === null || how === null || to === null) return null
  return { at, where, how, to, remark: row.returned_how }
}

async function interviewsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Interview[]> {
  const db = work.db<ChildProtectionTables>()
  const rows = await db
    .selectFrom('return_interview')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('offered_at')
    .orderBy('id')
    .execute()
  const about = await db
    .selectFrom('return_interview_episode')
    .select(['interview_id', 'episode_id'])
    .where('person_id', 'in', personIds)
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    episodeIds: about.filter(one => one.interview_id === row.id).map(one => one.episode_id),
    offeredAt: row.offered_at,
    offeredBy: row.offered_by,
    isIndependent: row.is_independent,
    answer: row.answer,
    answeredAt: row.answered_at,
    answerWords: row.answer_words,
    doneAt: row.done_at,
    doneBy: row.done_by,
    words: row.words,
    pushFactors: row.push_factors,
    pullFactors: row.pull_factors,
    harm: row.harm,
    followUp: row.follow_up,
    version: row.version,
  }))
}

/** What was done and learnt during one absence, oldest first. */
export async function entriesOf(work: Work, episodeId: Uuid): Promise<readonly Entry[]> {
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('missing_entry as entry')
    .leftJoin('worker', 'worker.id', 'entry.written_by')
    .select([
      'entry.id',
      'entry.episode_id',
      'entry.kind',
      'entry.happened_at',
      'entry.words',
      'worker.display_name',
    ])
    .where('entry.episode_id', '=', episodeId)
    .orderBy('entry.happened_at')
    .orderBy('entry.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    episodeId: row.episode_id,
    kind: row.kind,
    at: row.happened_at,
    words: row.words,
    author: row.display_name,
  }))
}
