import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { AnswerKind, EventKind, Way } from '../queries/eventsAndAnswers.ts'
import { tellOf } from './tellOf.ts'

/** Writes down what happened to a copy that was given: never changed afterwards. */
export async function noteEvent(
  work: Work,
  event: {
    readonly copyId: Uuid
    readonly kind: EventKind
    readonly way: Way
    readonly at: Temporal.Instant
    readonly remark: string | null
  },
): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('copy_event')
    .values({
      id: makeUuid(),
      copy_id: event.copyId,
      kind: event.kind,
      way: event.way,
      happened_at: event.at,
      remark: event.remark,
    })
    .execute()
}

/** What somebody said of their copy, as they said it. */
export type AnswerWanted = {
  readonly part: number | null
  readonly kind: AnswerKind
  readonly words: string | null
  readonly documentId?: Uuid | null
}

/** Writes down answers verbatim, with how they were given and who helped. @param isOwn the writer is the recipient */
export async function noteAnswers(
  work: Work,
  copyId: Uuid,
  answers: readonly AnswerWanted[],
  how: {
    readonly givenAt: Temporal.Instant
    readonly givenHow: 'in_person' | 'telephone' | 'in_writing' | 'recording'
    readonly helpedBy: string | null
    readonly isOwn: boolean
  },
): Promise<void> {
  if (answers.length === 0) return
  await work
    .db<ChildProtectionTables>()
    .insertInto('copy_answer')
    .values(
      answers.map(one => ({
        id: makeUuid(),
        copy_id: copyId,
        part: one.part,
        kind: one.kind,
        words: one.words,
        document_id: one.documentId ?? null,
        given_at: how.givenAt,
        given_how: how.givenHow,
        helped_by: how.helpedBy,
        by_recipient: how.isOwn,
      })),
    )
    .execute()
  await tellOf(work, 'copy.answered', { copyId })
}
