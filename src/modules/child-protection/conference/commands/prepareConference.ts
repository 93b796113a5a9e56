import { type NewAction, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays, londonDate } from '#reference'
import {
  adjournMeeting,
  type ChangedMeeting,
  type Meeting,
  type MeetingVersion,
} from '../../meeting/index.ts'
import { protectionFactsOf } from '../../queries/protectionFactsOf.ts'
import type { ChildProtectionTables } from '../../tables.ts'
import type { ConferenceKind } from '../rules/conference.ts'

/** Adds a line to the plan as it is built. */
export async function addLine(
  work: Work,
  meetingId: Uuid,
  line: {
    readonly personId: Uuid | null
    readonly outcome: string
    readonly baseline: string
    readonly whatWillChange: string
    readonly action: NewAction | null
  },
): Promise<void> {
  const owner = line.action?.owner
  await work
    .db<ChildProtectionTables>()
    .insertInto('conference_line')
    .values({
      id: makeUuid(),
      meeting_id: meetingId,
      person_id: line.personId,
      outcome: line.outcome,
      baseline: line.baseline,
      what_will_change: line.whatWillChange,
      what: line.action?.what ?? null,
      owner_worker_id: owner?.kind === 'worker' ? owner.id : null,
      owner_person_id: owner?.kind === 'person' ? owner.id : null,
      owner_name: owner?.kind === 'name' ? owner.name : null,
      due_on: line.action?.dueOn ?? null,
    })
    .execute()
}

/** Takes a line out again; it stays in the past. */
export async function removeLine(work: Work, meetingId: Uuid, lineId: Uuid): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('conference_line')
    .set({ removed_at: work.now })
    .where('id', '=', lineId)
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Adjourns a conference that cannot be held. The clock of the first conference goes on, unless the chair decides that this sitting
 * counts: then each child's conference of this day is on record, without a decision.
 */
export async function adjournConference(
  work: Work,
  meeting: Meeting & { readonly kind: ConferenceKind },
  of: MeetingVersion,
  { because, counts }: { readonly because: string; readonly counts: boolean },
): Promise<ChangedMeeting> {
  const changed = await adjournMeeting(work, of, because)
  if (changed === 'stale' || !counts) return changed
  const { enquiries, conferences } = await protectionFactsOf(work, meeting.personIds)
  const conferred = new Set(conferences.map(({ enquiryId }) => enquiryId))
  const rows = meeting.personIds.map(personId => ({
    id: makeUuid(),
    person_id: personId,
    s47_enquiry_id:
      enquiries
        .filter(one => one.personId === personId && one.stoppedOn === null && !conferred.has(one.id))
        .at(-1)?.id ?? null,
    kind: meeting.kind,
    held_on: londonDate(meeting.startedAt ?? work.now),
    meeting_id: meeting.id,
  }))
  await work.db<ChildProtectionTables>().insertInto('conference').values(rows).execute()
  await syncClocks(work, meeting.personIds)
  return changed
}

/** Working days in which those asked may say what is wrong in the record. What comes later stands beside it all the same. */
const CORRECTION_DAYS = 10

/** Sets beside the record what somebody says is wrong in it. The record itself does not change. */
export async function addCorrection(
  work: Work,
  meetingId: Uuid,
  correction: { readonly inviteeId: Uuid; readonly said: string; readonly receivedOn: Temporal.PlainDate },
): Promise<void> {
  const last = addWorkingDays(correction.receivedOn, CORRECTION_DAYS)
  await work
    .db<ChildProtectionTables>()
    .insertInto('conference_correction')
    .values({
      id: makeUuid(),
      meeting_id: meetingId,
      invitee_id: correction.inviteeId,
      said: correction.said,
      said_on: work.today,
      is_late: Temporal.PlainDate.compare(work.today, last) > 0,
      made_by: work.actor.id,
    })
    .execute()
}
