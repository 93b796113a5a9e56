import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { StaffTables } from './tables.ts'

/** What a child wrote on their own page. */
export type ChildWord = {
  readonly id: Uuid
  readonly words: string | null
  readonly feeling: number | null
  readonly wantsACall: boolean
  readonly saidAt: Temporal.Instant
  readonly heardBy: Uuid | null
  readonly heardAt: Temporal.Instant | null
}

/** What a child wrote, newest first. */
export async function childWords(work: Work, personId: Uuid): Promise<readonly ChildWord[]> {
  const rows = await work
    .db<StaffTables>()
    .selectFrom('family_word')
    .select(['id', 'words', 'feeling', 'wants_a_call', 'said_at', 'heard_by', 'heard_at'])
    .where('person_id', '=', personId)
    .orderBy('said_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(row => ({
    id: row.id,
    words: row.words,
    feeling: row.feeling,
    wantsACall: row.wants_a_call,
    saidAt: row.said_at,
    heardBy: row.heard_by,
    heardAt: row.heard_at,
  }))
}

/** Something said of a copy at the portal. */
export type FamilyAnswer = {
  readonly id: Uuid
  readonly by: Uuid
  readonly part: number | null
  readonly kind: string
  readonly words: string | null
  readonly at: Temporal.Instant
}

/** What the family answered of copies that tell of this child, newest first. */
export async function familyAnswers(work: Work, childId: Uuid): Promise<readonly FamilyAnswer[]> {
  const rows = await work
    .db<StaffTables>()
    .selectFrom('copy_answer as answer')
    .innerJoin('paper_copy as copy', 'copy.id', 'answer.copy_id')
    .select([
      'answer.id',
      'copy.recipient_id',
      'answer.part',
      'answer.kind',
      'answer.words',
      'answer.given_at',
    ])
    .where(sql<boolean>`copy.person_ids @> array[${childId}::uuid]`)
    .where('copy.recipient_id', 'is not', null)
    .where('answer.by_recipient', '=', true)
    .orderBy('answer.given_at', 'desc')
    .orderBy('answer.part')
    .limit(200)
    .execute()
  return rows.flatMap(row =>
    row.recipient_id === null
      ? []
      : [
          {
            id: row.id,
            by: row.recipient_id,
            part: row.part,
            kind: row.kind,
            words: row.words,
            at: row.given_at,
          },
        ],
  )
}

/** The button, pressed in the matter of this child. */
export type Alarm = {
  readonly id: Uuid
  readonly of: Uuid
  readonly hasCopy: boolean
  readonly words: string | null
  readonly at: Temporal.Instant
  readonly settledAt: Temporal.Instant | null
  readonly settledBecause: string | null
}

export async function alarmsOf(work: Work, childId: Uuid): Promise<readonly Alarm[]> {
  const rows = await work
    .db<StaffTables>()
    .selectFrom('portal_alarm as alarm')
    .innerJoin('family_account as account', 'account.id', 'alarm.account_id')
    .select(['alarm.id', 'account.account_of', 'alarm.copy_id', 'alarm.words', 'alarm.raised_at'])
    .select(['alarm.settled_at', 'alarm.settled_because'])
    .where(sql<boolean>`alarm.person_ids @> array[${childId}::uuid]`)
    .orderBy('alarm.raised_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => ({
    id: row.id,
    of: row.account_of,
    hasCopy: row.copy_id !== null,
    words: row.words,
    at: row.raised_at,
    settledAt: row.settled_at,
    settledBecause: row.settled_because,
  }))
}
