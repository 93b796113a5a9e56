import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { isOpen } from '../rules/enquiryState.ts'
import type { EnquiryOutcome } from '../rules/enquiryWords.ts'

/** One child's enquiry, as its pages show it. */
export type EnquiryWhole = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly begunTogether: Uuid | null
  readonly startedOn: Temporal.PlainDate
  readonly strategyDiscussionOn: Temporal.PlainDate | null
  readonly isImmediate: boolean
  readonly beganAt: Temporal.Instant | null
  readonly isJointWithPolice: boolean | null
  readonly leadWorkerId: Uuid | null
  readonly leadName: string | null
  readonly seeChildBy: Temporal.Instant | null
  readonly notSeenReason: string | null
  readonly proposedOutcome: EnquiryOutcome | null
  readonly outcomeReasons: string | null
  readonly isConferenceAsked: boolean | null
  readonly noConferenceReason: string | null
  readonly interimSafety: string | null
  readonly outcome: EnquiryOutcome | null
  readonly outcomeOn: Temporal.PlainDate | null
  readonly isConferenceNotRequired: boolean | null
  readonly conferenceOn: Temporal.PlainDate | null
  readonly conferenceTargetOn: Temporal.PlainDate | null
  readonly stoppedOn: Temporal.PlainDate | null
  readonly stoppedHow: string | null
  readonly stoppedReason: string | null
  readonly supersededBy: Uuid | null
  readonly version: number
  /** Neither decided nor stopped. */
  readonly isOpen: boolean
}

/** The enquiry; null when it is absent or not the reader's to know of. */
export async function readEnquiry(work: Work, enquiryId: Uuid): Promise<EnquiryWhole | null> {
  return (await enquiriesBy(work, 'id', [enquiryId]))[0] ?? null
}

/** The enquiry of an address that names the child too. */
export async function enquiryOf(
  work: Work,
  { personId, enquiryId }: { readonly personId: Uuid; readonly enquiryId: Uuid },
): Promise<EnquiryWhole | null> {
  const found = await readEnquiry(work, enquiryId)
  return found?.personId === personId ? found : null
}

/** Every enquiry of these children that the reader may see, oldest first. */
export const enquiriesOf = (work: Work, personIds: readonly Uuid[]): Promise<readonly EnquiryWhole[]> =>
  enquiriesBy(work, 'person_id', personIds)

/** The enquiries that one act began, this one among them. */
export const begunWith = async (work: Work, enquiry: EnquiryWhole): Promise<readonly EnquiryWhole[]> =>
  enquiry.begunTogether === null ? [enquiry] : enquiriesBy(work, 'begun_together', [enquiry.begunTogether])

const columns = [
  's47_enquiry.id',
  's47_enquiry.person_id',
  's47_enquiry.begun_together',
  's47_enquiry.started_on',
  's47_enquiry.strategy_discussion_on',
  's47_enquiry.is_immediate',
  's47_enquiry.began_at',
  's47_enquiry.is_joint_with_police',
  's47_enquiry.lead_worker_id',
  's47_enquiry.see_child_by',
  's47_enquiry.not_seen_reason',
  's47_enquiry.proposed_outcome',
  's47_enquiry.outcome_reasons',
  's47_enquiry.is_conference_asked',
  's47_enquiry.no_conference_reason',
  's47_enquiry.interim_safety',
  's47_enquiry.outcome',
  's47_enquiry.outcome_on',
  's47_enquiry.is_conference_not_required',
  's47_enquiry.conference_target_on',
  's47_enquiry.stopped_on',
  's47_enquiry.stopped_how',
  's47_enquiry.stopped_reason',
  's47_enquiry.superseded_by',
  's47_enquiry.version',
] as const

async function enquiriesBy(
  work: Work,
  column: 'id' | 'person_id' | 'begun_together',
  ids: readonly Uuid[],
): Promise<readonly EnquiryWhole[]> {
  if (ids.length === 0) return []
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('s47_enquiry')
    .leftJoin('worker', 'worker.id', 's47_enquiry.lead_worker_id')
    .select(columns)
    .select('worker.display_name')
    .where(`s47_enquiry.${column}`, 'in', ids)
    .orderBy('s47_enquiry.started_on')
    .orderBy('s47_enquiry.id')
    .execute()
  const conferences = await conferenceDays(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map(row => {
    const whole = {
      id: row.id,
      personId: row.person_id,
      begunTogether: row.begun_together,
      startedOn: row.started_on,
      strategyDiscussionOn: row.strategy_discussion_on,
      isImmediate: row.is_immediate === true,
      beganAt: row.began_at,
      isJointWithPolice: row.is_joint_with_police,
      leadWorkerId: row.lead_worker_id,
      leadName: row.display_name,
      seeChildBy: row.see_child_by,
      notSeenReason: row.not_seen_reason,
      proposedOutcome: row.proposed_outcome,
      outcomeReasons: row.outcome_reasons,
      isConferenceAsked: row.is_conference_asked,
      noConferenceReason: row.no_conference_reason,
      interimSafety: row.interim_safety,
      outcome: row.outcome,
      outcomeOn: row.outcome_on,
      isConferenceNotRequired: row.is_conference_not_required,
      conferenceOn: conferences.get(row.id) ?? null,
      conferenceTargetOn: row.conference_target_on,
      stoppedOn: row.stopped_on,
      stoppedHow: row.stopped_how,
      stoppedReason: row.stopped_reason,
      supersededBy: row.superseded_by,
      version: row.version,
    }
    return { ...whole, isOpen: isOpen(whole, whole.conferenceOn !== null) }
  })
}

async function conferenceDays(work: Work, enquiryIds: readonly Uuid[]) {
  if (enquiryIds.length === 0) return new Map<Uuid, Temporal.PlainDate>()
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('conference')
    .select(['s47_enquiry_id', 'held_on'])
    .where('s47_enquiry_id', 'in', enquiryIds)
    .orderBy('held_on', 'desc')
    .execute()
  return new Map(
    rows.flatMap(row => (row.s47_enquiry_id ? [[row.s47_enquiry_id, row.held_on] as const] : [])),
  )
}
