import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** What a worker asked whoever is in, not answered yet. */
export type AskedQuestion = {
  readonly id: Uuid
  readonly occasion: 'plan' | 'review' | 'closure'
  readonly askedOn: Temporal.PlainDate
}

/** Open questions to whoever is in, oldest first. */
export async function readQuestions(work: Work): Promise<readonly AskedQuestion[]> {
  const { rows } = await sql<AskedQuestion>`
    select id, occasion, asked_on as "askedOn" from access.my_questions()`.execute(work.db())
  return rows
}
