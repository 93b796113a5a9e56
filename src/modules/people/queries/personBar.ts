import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { flagsOf, type PersonFlag } from '../registry/personFlags.ts'
import type { PeopleTables } from '../tables.ts'
import { identifiersOf, type PersonIdentifier } from './identifiersOf.ts'
import { type PersonSummary, personSummary } from './personSummaries.ts'
import { readsNames } from './readsNames.ts'

/** What stands in the bar above every page of a record. An address of outcome 'withheld' is shown as such. */
export type PersonBar = PersonSummary & {
  readonly identifiers: readonly PersonIdentifier[]
  readonly firstLanguage: string | null
  readonly interpreterNeeded: boolean | null
  readonly communicationNeeds: string | null
  readonly flags: readonly PersonFlag[]
}

/** @returns the bar's facts, or null when the person is absent or not the acting person's to see */
export async function personBar(work: Work, personId: Uuid): Promise<PersonBar | null> {
  const summary = await personSummary(work, personId)
  if (summary === null) return null
  const identifiers = (await identifiersOf(work, personId)).filter(
    ({ endedOn }) => endedOn === null || Temporal.PlainDate.compare(endedOn, work.today) >= 0,
  )
  const needs = readsNames(work.actor) ? await needsOf(work, personId) : undefined
  return {
    ...summary,
    identifiers,
    firstLanguage: needs?.first_language ?? null,
    interpreterNeeded: needs?.interpreter_needed ?? null,
    communicationNeeds: needs?.communication_needs ?? null,
    flags: (await flagsOf(work, [personId])).get(personId) ?? [],
  }
}

function needsOf(work: Work, personId: Uuid) {
  return work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(['first_language', 'interpreter_needed', 'communication_needs'])
    .where('id', '=', personId)
    .executeTakeFirst()
}
