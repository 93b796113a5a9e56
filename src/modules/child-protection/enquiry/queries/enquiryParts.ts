import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** What was done at once. */
export type ImmediateAction = {
  readonly id: Uuid
  readonly done: string
  readonly doneBy: string
  readonly doneAt: Temporal.Instant
  readonly power: string
  readonly powerRemark: string | null
  readonly recordedAt: Temporal.Instant
}

/** A strategy discussion of one child's enquiry. */
export type HeldDiscussion = {
  readonly id: Uuid
  readonly enquiryId: Uuid
  readonly personId: Uuid
  readonly meetingId: Uuid | null
  readonly heldAt: Temporal.Instant
  readonly beganIt: boolean
  readonly tookPart: readonly string[]
  readonly quorumException: string | null
  readonly decided: string
  readonly recordSentOn: Temporal.PlainDate | null
}

/** Who finds out what, by when, and what came of it. */
export type EnquiryLine = {
  readonly id: Uuid
  readonly enquiryId: Uuid
  readonly personId: Uuid
  readonly sharedId: Uuid | null
  readonly question: string
  readonly who: string
  readonly dueOn: Temporal.PlainDate | null
  readonly answer: string | null
  readonly answeredOn: Temporal.PlainDate | null
  readonly answeredByName: string | null
  readonly version: number
}

/** What was done at once in this enquiry, earliest first. */
export async function actionsOf(work: Work, enquiryId: Uuid): Promise<readonly ImmediateAction[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('immediate_action')
    .select(['id', 'done', 'done_by', 'done_at', 'power', 'power_remark', 'recorded_from'])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('done_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    done: row.done,
    doneBy: row.done_by,
    doneAt: row.done_at,
    power: row.power,
    powerRemark: row.power_remark,
    recordedAt: row.recorded_from,
  }))
}

/** Its strategy discussions, earliest first. */
export const discussionsOf = (work: Work, enquiryId: Uuid): Promise<readonly HeldDiscussion[]> =>
  discussionsBy(work, 'enquiry_id', enquiryId)

/** One of them; null when absent or hidden. */
export async function readDiscussion(work: Work, discussionId: Uuid): Promise<HeldDiscussion | null> {
  return (await discussionsBy(work, 'id', discussionId))[0] ?? null
}

async function discussionsBy(
  work: Work,
  column: 'id' | 'enquiry_id',
  id: Uuid,
): Promise<readonly HeldDiscussion[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('enquiry_discussion')
    .select([
      'id',
      'enquiry_id',
      'person_id',
      'meeting_id',
      'held_at',
      'began_it',
      'took_part',
      'quorum_exception',
      'decided',
      'record_sent_on',
    ])
    .where(column, '=', id)
    .orderBy('held_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    enquiryId: row.enquiry_id,
    personId: row.person_id,
    meetingId: row.meeting_id,
    heldAt: row.held_at,
    beganIt: row.began_it,
    tookPart: row.took_part,
    quorumException: row.quorum_exception,
    decided: row.decided,
    recordSentOn: row.record_sent_on,
  }))
}

/** Its lines, those due first at the top. */
export const linesOf = (work: Work, enquiryId: Uuid): Promise<readonly EnquiryLine[]> =>
  linesBy(work, 'enquiry_id', enquiryId)

/** The same line in the enquiries of the other children for whom it was written. */
export async function twinsOf(work: Work, line: EnquiryLine): Promise<readonly EnquiryLine[]> {
  if (line.sharedId === null) return []
  return (await linesBy(work, 'shared_id', line.sharedId)).filter(({ id }) => id !== line.id)
}

async function linesBy(
  work: Work,
  column: 'enquiry_id' | 'shared_id',
  id: Uuid,
): Promise<readonly EnquiryLine[]> {
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables & CaseworkTables>()
    .selectFrom('enquiry_line as line')
    .leftJoin('worker', 'worker.id', 'line.answered_by')
    .select([
      'line.id',
      'line.enquiry_id',
      'line.person_id',
      'line.shared_id',
      'line.question',
      'line.who',
      'line.due_on',
      'line.answer',
      'line.answered_on',
      'worker.display_name',
      'line.version',
    ])
    .where(`line.${column}`, '=', id)
    .orderBy('line.due_on')
    .orderBy('line.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    enquiryId: row.enquiry_id,
    personId: row.person_id,
    sharedId: row.shared_id,
    question: row.question,
    who: row.who,
    dueOn: row.due_on,
    answer: row.answer,
    answeredOn: row.answered_on,
    answeredByName: row.display_name,
    version: row.version,
  }))
}
