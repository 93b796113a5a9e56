import type { Matched } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { QuestionReason } from '../attendances/rules/words.ts'
import { type Recipient, routeVisit } from '../rules/routing.ts'
import { routingVersionOn } from '../rules/routingVersions.ts'
import type { HealthTables } from '../tables.ts'
import { keepTelling } from './keepTelling.ts'
import { routingInputs } from './routingInputs.ts'
import type { Stored } from './stored.ts'

type Attendance = Stored['attendance']

/**
 * Tells whoever the rule names of a visit, beside those who were told before, and asks paediatric liaison what it cannot decide. Nobody who was
 * told is taken off.
 */
export async function tellWhom(
  work: Work,
  attendance: Attendance,
  { personId, matched }: { readonly personId: Uuid | null; readonly matched: Matched | null },
): Promise<void> {
  const inputs = await routingInputs(work, attendance, personId)
  const rule = routingVersionOn(inputs.day)
  const routing = routeVisit(inputs, rule)
  const questions: readonly QuestionReason[] = [...routing.questions, ...unmatched(matched)]
  const recipients =
    questions.length > 0 ? withLiaison(routing.recipients, inputs.liaisonId) : routing.recipients
  await keepTelling(work, {
    ...{ attendance, personId, inputs, routing, version: rule.version },
    ...{ recipients, questions },
  })
}

/** Nobody fits, or somebody must look who it is. */
const unmatched = (matched: Matched | null): readonly QuestionReason[] =>
  matched === null || matched.kind === 'exact' ? [] : [matched.kind === 'none' ? 'no_match' : 'many_matches']

const withLiaison = (recipients: readonly Recipient[], teamId: Uuid): readonly Recipient[] =>
  recipients.some(({ kind }) => kind === 'liaison')
    ? recipients
    : [...recipients, { kind: 'liaison', teamId, workerId: null, councilId: null, why: 'unknown' }]

/** A visit that was cancelled: whoever was told is told so, and nothing of it is asked any more. */
export async function withdraw(work: Work, attendanceId: Uuid): Promise<void> {
  const db = work.db<HealthTables>()
  await db
    .updateTable('attendance_notice')
    .set(eb => ({ withdrawn_at: work.now, version: eb('version', '+', 1) }))
    .where('attendance_id', '=', attendanceId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await db
    .updateTable('attendance_question')
    .set({ answered_at: work.now, answer: 'cancelled' })
    .where('attendance_id', '=', attendanceId)
    .where('answered_at', 'is', null)
    .where('reason', '<>', 'correction_elsewhere') // asked because it was cancelled
    .execute()
}

/** A visit that was cancelled and is here again: what was told of it stands anew, unread. */
export async function restore(work: Work, attendanceId: Uuid): Promise<void> {
  await work
    .db<HealthTables>()
    .updateTable('attendance_notice')
    .set(eb => ({
      withdrawn_at: null,
      correction_seen_at: null,
      read_at: null,
      read_by: null,
      version: eb('version', '+', 1),
    }))
    .where('attendance_id', '=', attendanceId)
    .where('withdrawn_at', 'is not', null)
    .execute()
}
