import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { CallingSystem } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { contactKey } from '../telling/contactKey.ts'

/** How far a school's concern is, in the words that its own people read. */
export type ConcernOutcome = {
  readonly reference: string
  readonly theirReference: string
  readonly receivedAt: string
  readonly state: 'received' | 'decided' | 'answered'
  readonly decidedAt: string | null
  readonly outcome: string | null
  /** Why, by the words of the threshold; it names nobody. */
  readonly why: string | null
  readonly answer: string | null
  readonly answeredOn: string | null
  /** Whom to ring. */
  readonly ring: { readonly team: string; readonly telephone: string | null } | null
}

type Notice = { readonly id: Uuid; readonly theirs: string; readonly receivedAt: Temporal.Instant }
type Answer = {
  readonly decided_at: Temporal.Instant | null
  readonly outcome: string | null
  readonly why: string | null
  readonly answer: string | null
  readonly answered_on: Temporal.PlainDate | null
  readonly team: string | null
  readonly telephone: string | null
}

/** What became of a concern of the system's own school; null where there is none of that reference. As the listener. */
export async function concernOutcome(
  work: Work,
  { organisationId }: CallingSystem,
  reference: string,
): Promise<ConcernOutcome | null> {
  const { rows } = await sql<Notice>`
    select id, their_reference as theirs, received_at as "receivedAt" from partner_notice
    where reference = ${reference} and organisation_id = ${organisationId} and kind = 'school_concern'`.execute(
    work.db(),
  )
  const [notice] = rows
  if (notice === undefined) return null
  const found = await sql<Answer>`
    select * from access.concern_answered(${contactKey(notice.id)}, ${organisationId})`.execute(work.db())
  const answer = found.rows[0]
  return {
    reference,
    theirReference: notice.theirs,
    receivedAt: notice.receivedAt.toString(),
    ...answerOf(answer),
    ring: answer?.team ? { team: answer.team, telephone: answer.telephone } : null,
  }
}

const answerOf = (answer: Answer | undefined) =>
  ({
    state: answer?.answered_on ? 'answered' : answer?.decided_at ? 'decided' : 'received',
    decidedAt: answer?.decided_at?.toString() ?? null,
    outcome: answer?.outcome ?? null,
    why: answer?.why ?? null,
    answer: answer?.answer ?? null,
    answeredOn: answer?.answered_on?.toString() ?? null,
  }) as const
