import { makeUuid, type Uuid } from '#platform/ids'
import type { DiscussionAgency, Power } from '../rules/enquiryWords.ts'

/** A strategy discussion as it is written down. */
export type DiscussionWanted = {
  readonly heldAt: Temporal.Instant
  readonly tookPart: readonly DiscussionAgency[]
  /** Needed where social care, police or health took no part. */
  readonly quorumException: string | null
  readonly decided: string
  readonly meetingId?: Uuid | null
}

export type ActionWanted = {
  readonly done: string
  readonly doneBy: string
  readonly doneAt: Temporal.Instant
  readonly power: Power
  readonly powerRemark: string | null
  /** The discussion that it was told to first. */
  readonly meetingId?: Uuid | null
}

export type LineWanted = {
  readonly question: string
  readonly who: string
  readonly dueOn: Temporal.PlainDate | null
}

type Of = { readonly id: Uuid; readonly personId: Uuid }

/** A discussion's row in one child's enquiry. */
export const discussionRow = ({ id, personId }: Of, wanted: DiscussionWanted, beganIt: boolean) => ({
  id: makeUuid(),
  person_id: personId,
  enquiry_id: id,
  meeting_id: wanted.meetingId ?? null,
  held_at: wanted.heldAt,
  began_it: beganIt,
  took_part: [...wanted.tookPart],
  quorum_exception: wanted.quorumException,
  decided: wanted.decided,
})

/** The row of what was done at once. */
export const actionRow = ({ id, personId }: Of, wanted: ActionWanted) => ({
  id: makeUuid(),
  person_id: personId,
  enquiry_id: id,
  done: wanted.done,
  done_by: wanted.doneBy,
  done_at: wanted.doneAt,
  power: wanted.power,
  power_remark: wanted.powerRemark,
  meeting_id: wanted.meetingId ?? null,
})

/** A line's row; `sharedId` ties it to those of siblings. */
export const lineRow = ({ id, personId }: Of, wanted: LineWanted, sharedId: Uuid | null) => ({
  id: makeUuid(),
  person_id: personId,
  enquiry_id: id,
  shared_id: sharedId,
  question: wanted.question,
  who: wanted.who,
  due_on: wanted.dueOn,
})
