import { sql } from 'kysely'
import { askMerge, type MergeChoices, mergeChoices, mergeMark } from '#modules/people'
import type { Database, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { County } from '../county/county.ts'
import { personaOf, type Twice } from './story.ts'

/** Asks for merges as the social worker does, by the service's own command. Once people, workers and access are written. */
export async function joinTwice(database: Database, county: County, pairs: readonly Twice[]): Promise<void> {
  const worker = { id: personaOf(county, 'socialWorker').id, class: 'practitioner' } as const
  for (const [one, other] of pairs) await database.as(worker, 'demo', work => ask(work, one, other))
}

async function ask(work: Work, survivorId: Uuid, mergedId: Uuid): Promise<void> {
  const { outcome } = await askMerge(work, {
    survivorId,
    mergedId,
    evidenceKinds: ['birth_certificate', 'family_says'],
    evidence: 'Mother showed the birth certificate at the visit: there is one child',
    choices: await choicesOf(work, survivorId),
    mark: (await mergeMark(work, survivorId, mergedId)) ?? '',
  })
  if (outcome !== 'asked') throw new Error(`The demo could not ask for a merge: ${outcome}`)
}

/** The first record is right in everything, and who holds it goes on. */
async function choicesOf(work: Work, one: Uuid): Promise<MergeChoices> {
  const { rows } = await sql<{ id: Uuid; kind: 'holding' | 'referral' | 'number' }>`
    select id, 'holding' as kind from allocation where person_id = ${one} and ended_on is null
    union all select id, 'holding' from family_member where person_id = ${one} and ended_on is null
    union all select id, 'holding' from involvement where person_id = ${one} and ended_on is null
    union all select id, 'referral' from referral where person_id = ${one} and closed_on is null
    union all select id, 'number' from person_identifier where person_id = ${one} and kind = 'nhs_number'`.execute(
    work.db(),
  )
  const first = (kind: string) => rows.find(row => row.kind === kind)?.id ?? null
  const holdings = rows.filter(row => row.kind === 'holding').map(({ id }) => id)
  return mergeChoices.parse({ holdings, referral: first('referral'), right_number: first('number') })
}
