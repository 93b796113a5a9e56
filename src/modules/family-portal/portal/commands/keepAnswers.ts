import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { InsideTables } from '../queries/tables.ts'

export type AnswerKind =
  | 'agrees'
  | 'disagrees'
  | 'comment'
  | 'own_words'
  | 'wants_from_meeting'
  | 'wants_advocate'
  | 'wants_interpreter'
  | 'understood'
  | 'not_understood'

/** Something said of a copy, or of one line of it. */
export type Answer = {
  readonly kind: AnswerKind
  readonly part: number | null
  readonly words: string | null
}

/** Keeps what was said, verbatim: it is never changed, and more may be said later. */
export async function keepAnswers(work: Work, copyId: Uuid, answers: readonly Answer[]): Promise<void> {
  await work
    .db<InsideTables>()
    .insertInto('copy_answer')
    .values(
      answers.map(answer => ({
        id: makeUuid(),
        copy_id: copyId,
        by_recipient: true,
        given_how: 'portal',
        ...answer,
      })),
    )
    .execute()
}

/** Notes that the copy was opened, the first time. */
export async function noteOpened(work: Work, copyId: Uuid): Promise<void> {
  const db = work.db<InsideTables>()
  const before = await db
    .selectFrom('copy_event')
    .select('id')
    .where('copy_id', '=', copyId)
    .where('kind', '=', 'opened')
    .where('way', '=', 'portal')
    .executeTakeFirst()
  if (before !== undefined) return
  await db
    .insertInto('copy_event')
    .values({
      id: makeUuid(),
      copy_id: copyId,
      kind: 'opened',
      way: 'portal',
      happened_at: work.now,
      by_recipient: true,
    })
    .execute()
}
