import type { AgenciesTables } from '#modules/agencies'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Concern, Link, RiskAssessment } from '../rules/harm.ts'

/** Everything of harm outside the home in the records of these children that the reader may see, oldest first. */
export type HarmFacts = {
  readonly concerns: readonly Concern[]
  readonly assessments: readonly RiskAssessment[]
  readonly links: readonly Link[]
}

export const harmOf = readOnce(readHarm)

async function readHarm(work: Work, personIds: readonly Uuid[]): Promise<HarmFacts> {
  if (personIds.length === 0) return { concerns: [], assessments: [], links: [] }
  return {
    concerns: await concernsOf(work, personIds),
    assessments: await assessmentsOf(work, personIds),
    links: (await linkRows(work).where('person_id', 'in', personIds).execute()).map(asLink),
  }
}

async function concernsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Concern[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('harm_concern')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    notedOn: row.noted_on,
    source: row.source,
    words: row.words,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    version: row.version,
  }))
}

async function assessmentsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly RiskAssessment[]> {
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('harm_assessment as assessment')
    .leftJoin('worker', 'worker.id', 'assessment.assessed_by')
    .select([
      'assessment.id',
      'assessment.person_id',
      'assessment.assessed_on',
      'assessment.kinds',
      'assessment.indicators',
      'assessment.level',
      'assessment.reasons',
      'assessment.child_words',
      'assessment.next_review_on',
      'worker.display_name',
    ])
    .where('assessment.person_id', 'in', personIds)
    .orderBy('assessment.assessed_on')
    .orderBy('assessment.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    assessedOn: row.assessed_on,
    kinds: row.kinds,
    indicators: row.indicators,
    level: row.level,
    reasons: row.reasons,
    childWords: row.child_words,
    nextReviewOn: row.next_review_on,
    author: row.display_name,
  }))
}

const linkRows = (work: Work) =>
  work.db<ChildProtectionTables>().selectFrom('harm_link').selectAll().orderBy('since_on').orderBy('id')

/** The ties to one network that the reader may see: of children whose records they read. */
export async function linksOfNetwork(work: Work, networkId: Uuid): Promise<readonly Link[]> {
  return (await linkRows(work).where('network_id', '=', networkId).execute()).map(asLink)
}

/** The ties to one place that the reader may see. */
export async function linksOfPlace(work: Work, placeId: Uuid): Promise<readonly Link[]> {
  return (await linkRows(work).where('place_id', '=', placeId).execute()).map(asLink)
}

function asLink(row: Awaited<ReturnType<ReturnType<typeof linkRows>['execute']>>[number]): Link {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    networkId: row.network_id,
    placeId: row.place_id,
    adultId: row.adult_id,
    adultName: row.adult_name,
    peerId: row.peer_id,
    role: row.role,
    sinceOn: row.since_on,
    source: row.source,
    certainty: row.certainty,
    words: row.words,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    version: row.version,
  }
}
