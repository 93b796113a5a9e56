import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import type { Episode } from '../registry/episode.ts'
import { readEpisodes } from '../registry/readEpisodes.ts'
import type { QualityIssue, QualitySource } from '../registry/recordSection.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import { qualityScope } from './qualityScope.ts'

/** What the referral of an open episode lacks for the census. */
export const referralItemsQuality: QualitySource = {
  name: 'referral-items',
  title: 'Missing about the referral',
  count: async work => (await missingItems(work)).length,
  issues: async (work, offset, limit) => (await missingItems(work)).slice(offset, offset + limit),
}

async function missingItems(work: Work): Promise<readonly QualityIssue[]> {
  if (registries.episodeSource === null) return []
  const scope = await qualityScope(work)
  const { rows } = await sql<{ person_id: Uuid }>`${scope}`.execute(work.db<CaseworkTables>())
  const episodes = await readEpisodes(
    work,
    rows.map(row => row.person_id),
  )
  return episodes.filter(({ closedOn }) => closedOn === null).flatMap(missingOf)
}

function missingOf(episode: Episode): readonly QualityIssue[] {
  const missing = (rule: string, mend: string): QualityIssue => ({
    personId: episode.personId,
    kind: 'missing',
    rule,
    problem: `Not recorded for the referral of ${formatDate(episode.receivedOn)}`,
    mend,
    severity: 'error',
    on: episode.receivedOn,
    href: `/people/${episode.personId}`,
  })
  const hasNeed = episode.primaryNeed !== null && episode.primaryNeed !== 'N0'
  return [
    ...(episode.source === null
      ? [missing('Source of referral (N00152)', 'Record who referred the child')]
      : []),
    ...(hasNeed || episode.isNoFurtherAction === true
      ? []
      : [
          missing(
            'Primary need (N00101)',
            'Record the need that the assessment found; “not stated” counts as missing',
          ),
        ]),
  ]
}
