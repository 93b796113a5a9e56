import { sql } from 'kysely'
import {
  askMerge,
  confirmMerge,
  type MergeChoices,
  mergeChoices,
  mergeMark,
  sayNotSame,
} from '#modules/people'
import type { Database, ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { County } from '../county/county.ts'
import { type Apart, personaOf, type Twice } from './story.ts'

/** Asks for merges as the social worker does, and confirms what is merged as the manager does, by the service's own commands. */
export async function joinTwice(database: Database, county: County, pairs: readonly Twice[]): Promise<void> {
  const worker = { id: personaOf(county, 'socialWorker').id, class: 'practitioner' } as const
  const manager = { id: personaOf(county, 'teamManager').id, class: 'practitioner' } as const
  for (const pair of pairs) {
    const id = await database.as(worker, 'demo', work => ask(work, pair))
    if (pair.isMerged) await database.as(manager, 'demo', work => confirm(work, id, pair))
  }
}

/** Says of people who might be taken for one that they are two. */
export async function keepApart(database: Database, county: County, pairs: readonly Apart[]): Promise<void> {
  const worker = { id: personaOf(county, 'socialWorker').id, class: 'practitioner' } as const
  for (const pair of pairs)
    await database.as(worker, 'demo', async work => {
      if ((await sayNotSame(work, pair)) !== 'said')
        throw new Error('The demo could not tell two people apart')
    })
}

async function ask(work: Work, { survivorId, mergedId, evidence }: Twice): Promise<Uuid> {
  const asked = await askMerge(work, {
    survivorId,
    mergedId,
    evidenceKinds: ['birth_certificate', 'family_says'],
    evidence,
    choices: await choicesOf(work, survivorId),
    mark: (await mergeMark(work, survivorId, mergedId)) ?? '',
    isOnePerson: true, // both wrote the words: the given names differ
  })
  if (asked.outcome !== 'asked') throw new Error(`The demo could not ask for a merge: ${asked.outcome}`)
  return asked.id
}

async function confirm(work: Work, id: Uuid, { survivorId, mergedId }: Twice): Promise<void> {
  const outcome = await confirmMerge(work, {
    id,
    survivorId,
    mergedId,
    choices: await choicesOf(work, survivorId),
    mark: (await mergeMark(work, survivorId, mergedId)) ?? '',
    isOnePerson: true, // both wrote the words: the given names differ
  })
  if (outcome !== 'merged') throw new Error(`The demo could not merge two records: ${outcome}`)
  await work
    .db<ServiceTables>()
    .updateTable('app.notice')
    .set({ read_at: work.now }) // she was told, and has answered
    .where('worker_id', '=', work.actor.id)
    .where('path', '=', `/merges/${id}`)
    .execute()
}

/** The first record is right in everything, and who holds it goes on. */
async function choicesOf(work: Work, one: Uuid): Promise<MergeChoices> {
  const { rows } = await sql<{ id: Uuid; kind: 'holding' | 'referral' | 'number' }>`
    select id, 'holding' as kind from allocation where person_id = ${one} and ended_on is null
    union all select id, 'holding' from family_member where person_id = ${one} and ended_on is null
    union all select id, 'holding' from involvement where person_id = ${one} and ended_on is null
    union all select id, 'referral' from referral where person_id = ${one} and closed_on is null
    union all select id, 'number' from person_identifier where person_id = ${one} and kind = 'nhs_number' and check_passed and ended_on is null`.execute(
    work.db(),
  )
  const first = (kind: string) => rows.find(row => row.kind === kind)?.id ?? null
  const holdings = rows.filter(row => row.kind === 'holding').map(({ id }) => id)
  return mergeChoices.parse({ holdings, referral: first('referral'), right_number: first('number') })
}
