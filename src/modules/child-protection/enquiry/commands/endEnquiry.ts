import { approvalsOf, type Holding, heldBy, submitForApproval, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { EnquiryWhole } from '../queries/readEnquiry.ts'
import type { EnquiryOutcome, stoppedWords } from '../rules/enquiryWords.ts'

/** What the worker proposes for one child. */
export type OutcomeWanted = {
  readonly outcome: EnquiryOutcome
  readonly reasons: string
  /** Whether a conference is asked for; only of continuing risk. */
  readonly isConferenceAsked: boolean
  readonly noConferenceReason: string | null
  readonly interimSafety: string | null
  readonly notSeenReason: string | null
}

export type HandedIn = 'handed_in' | 'stale' | 'nobody_holds' | 'waiting' | 'ended'

/** Whether the outcome of this enquiry waits for a manager. */
export const isWaiting = async (work: Work, enquiryId: Uuid): Promise<boolean> =>
  (await approvalsOf(work, enquiryId)).some(({ outcome }) => outcome === null)

/**
 * Proposes the outcome of an enquiry and hands it in for a manager's decision.
 * @param seen version in which the form was opened
 */
export async function handInOutcome(
  work: Work,
  enquiry: EnquiryWhole,
  seen: number,
  wanted: OutcomeWanted,
): Promise<HandedIn> {
  if (!enquiry.isOpen) return 'ended'
  if (await isWaiting(work, enquiry.id)) return 'waiting'
  const teamId = await teamOf(work, enquiry.personId)
  if (teamId === null) return 'nobody_holds'
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('s47_enquiry')
    .set({
      proposed_outcome: wanted.outcome,
      outcome_reasons: wanted.reasons,
      is_conference_asked: wanted.isConferenceAsked,
      no_conference_reason: wanted.noConferenceReason,
      interim_safety: wanted.interimSafety,
      not_seen_reason: wanted.notSeenReason,
      version: seen + 1,
    })
    .where('id', '=', enquiry.id)
    .where('version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await submitForApproval(work, {
    kind: 's47_outcome',
    subjectId: enquiry.id,
    personIds: [enquiry.personId],
    teamId,
    toWorkerId: null,
    remark: null,
  })
  return 'handed_in'
}

/** The team that answers for the child today. */
export async function teamOf(work: Work, personId: Uuid): Promise<Uuid | null> {
  const now = (await heldBy(work, [personId])).filter(held => runsOn(held, work.today))
  const lead = now.find(({ role }) => role === 'lead_social_worker' || role === 'lead_practitioner')
  return (lead ?? now.find(({ role }) => role === 'queue'))?.teamId ?? null
}

const runsOn = ({ startedOn, endedOn }: Holding, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(startedOn, day) <= 0 &&
  (endedOn === null || Temporal.PlainDate.compare(endedOn, day) >= 0)

export type StopWanted = {
  readonly how: keyof typeof stoppedWords
  readonly reason: string
  /** The enquiry of the same child that counts. */
  readonly supersededBy: Uuid | null
}

/**
 * Stops an enquiry that will have no outcome. A manager of the case alone does so: the database refuses others.
 * @param seen version in which the form was opened
 */
export async function stopEnquiry(
  work: Work,
  enquiry: EnquiryWhole,
  seen: number,
  { how, reason, supersededBy }: StopWanted,
): Promise<'stopped' | 'stale' | 'waiting' | 'ended'> {
  if (!enquiry.isOpen) return 'ended'
  if (await isWaiting(work, enquiry.id)) return 'waiting'
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('s47_enquiry')
    .set({
      stopped_on: work.today,
      stopped_how: how,
      stopped_reason: reason,
      superseded_by: supersededBy,
      version: seen + 1,
    })
    .where('id', '=', enquiry.id)
    .where('version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await syncClocks(work, [enquiry.personId])
  return 'stopped'
}
