import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'
import { keepFeedback, type Occasion } from './feedback.ts'

/** Days for which a question stands open; unanswered after that it stays what it is: silence. */
const DAYS_OPEN = 90

/** Those of these people who have the family portal, as far as the reader may know it. */
export async function whoHasPortal(work: Work, personIds: readonly Uuid[]): Promise<readonly Uuid[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: Uuid }>`
    select distinct account_of as id from family_account where account_of = any (${personIds}::uuid[]) and closed_at is null`.execute(
    work.db(),
  )
  return rows.map(({ id }) => id)
}

/** The day on which somebody was asked and has not answered; null where nothing stands open. */
export async function askedOn(work: Work, personId: Uuid): Promise<Temporal.PlainDate | null> {
  const row = await work
    .db<FamilySafeguardingTables>()
    .selectFrom('family_feedback')
    .select('on_day')
    .where('person_ids', '@>', sql<Uuid[]>`array[${personId}]::uuid[]`)
    .where('outcome', '=', 'asked')
    .where('on_day', '>', work.today.subtract({ days: DAYS_OPEN }))
    .executeTakeFirst()
  return row?.on_day ?? null
}

export type Question = { readonly personId: Uuid; readonly occasion: Occasion }

/** Asks somebody in the portal; until they answer it counts as silence. */
export async function askInPortal(
  work: Work,
  { familyId, teamId, submission }: { familyId: Uuid; teamId: Uuid; submission: Uuid },
  { personId, occasion }: Question,
): Promise<void> {
  const unsaid = { outcome: 'asked', cameBy: null, score: null, words: null, whyNot: null } as const
  await keepFeedback(work, familyId, teamId, { personId, occasion, ...unsaid, onDay: work.today, submission })
}
