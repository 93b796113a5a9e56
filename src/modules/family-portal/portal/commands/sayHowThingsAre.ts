import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import type { InsideTables } from '../queries/tables.ts'

export type HowThingsAre = {
  readonly words: string | null
  readonly feeling: number | null
  readonly wantsACall: boolean
}

/** Keeps what a child writes on their own page. @returns false when the account is of nobody who has such a page */
export async function sayHowThingsAre(work: Work, said: HowThingsAre): Promise<void> {
  await work
    .db<InsideTables>()
    .insertInto('family_word')
    .values(eb => ({
      id: makeUuid(),
      person_id: eb.fn('access.family_person'),
      words: said.words,
      feeling: said.feeling,
      wants_a_call: said.wantsACall,
    }))
    .execute()
}

/** What the child wrote before, newest first. */
export async function saidBefore(work: Work) {
  return await work
    .db<InsideTables>()
    .selectFrom('family_word')
    .select(['words', 'feeling', 'wants_a_call', 'said_at', 'heard_at'])
    .orderBy('said_at', 'desc')
    .limit(20)
    .execute()
}
