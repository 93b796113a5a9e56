import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export type MeetingAnswer = {
  readonly inviteeId: Uuid
  /** Of the invitation when the form was opened. */
  readonly version: number
  readonly response: 'coming' | 'apologies'
  readonly needs: string | null
  readonly language: string | null
  readonly wantsAdvocate: boolean
}

/** Keeps the answer to an invitation. @returns false when somebody changed the invitation since it was shown */
export async function answerMeeting(work: Work, answer: MeetingAnswer): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select access.answer_meeting(${answer.inviteeId}::uuid, ${answer.version}::integer, ${answer.response}, ${answer.needs},
      ${answer.language}, ${answer.wantsAdvocate}) as kept`.execute(work.db())
  return rows[0]?.kept === true
}
