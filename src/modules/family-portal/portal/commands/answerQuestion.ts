import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export type QuestionAnswer = {
  readonly questionId: Uuid
  readonly mark: number | null
  readonly words: string | null
  readonly wouldRatherNot: boolean
}

/** Keeps the one answer to an open question. @returns false when it was answered since it was shown */
export async function answerQuestion(work: Work, answer: QuestionAnswer): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select access.answer_question(${answer.questionId}::uuid, ${answer.mark}::integer, ${answer.words}, ${answer.wouldRatherNot}) as kept`.execute(
    work.db(),
  )
  return rows[0]?.kept === true
}
