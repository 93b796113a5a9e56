import { addTask, heldBy, managersOf, storedClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { formatDate } from '#ui'
import type { EnquiryWhole } from '../queries/readEnquiry.ts'

/** Working days for telling the family and agreeing what help goes on: local, and the task's date can be moved. */
const DAYS_TO_FOLLOW = 5

/** Opens what follows from the outcome of an enquiry, for whoever has it to do. */
export async function openNextStep(work: Work, enquiry: EnquiryWhole): Promise<void> {
  const later = addWorkingDays(work.today, DAYS_TO_FOLLOW)
  const lead = await leadOf(work, enquiry)
  if (enquiry.proposedOutcome === 'continuing_risk' && enquiry.isConferenceAsked === true)
    return give(
      work,
      enquiry,
      await managersFor(work, enquiry),
      await conferenceWords(work, enquiry),
      work.today,
    )
  if (enquiry.proposedOutcome === 'continuing_risk')
    return give(
      work,
      enquiry,
      [lead],
      'Section 47 enquiry done: take its findings to the plan that runs',
      later,
    )
  const words =
    enquiry.proposedOutcome === 'not_substantiated'
      ? 'Section 47 enquiry done, concerns not substantiated: tell the family in writing and offer what help they want'
      : 'Section 47 enquiry done, no continuing risk: tell the family in writing and agree what help goes on'
  return give(work, enquiry, [lead], words, later)
}

async function conferenceWords(work: Work, { id, personId }: EnquiryWhole): Promise<string> {
  const clock = (await storedClocks(work, [personId])).find(
    ({ definitionId, triggerId }) => definitionId === 'ICPC_15' && triggerId === id,
  )
  return `Initial child protection conference: arrange it${clock ? `, to be held by ${formatDate(clock.dueOn)}` : ''}`
}

/** Managers of the teams that hold the child, the one who decides among them when nobody else is. */
async function managersFor(work: Work, { personId }: EnquiryWhole): Promise<readonly Uuid[]> {
  const managers = await managersOf(work, personId)
  return managers.length > 0 ? managers : [work.actor.id]
}

/** Who leads the case, else who led the enquiry, else who decides. */
async function leadOf(work: Work, { personId, leadWorkerId }: EnquiryWhole): Promise<Uuid> {
  const holding = (await heldBy(work, [personId])).find(
    ({ role, endedOn }) =>
      endedOn === null && (role === 'lead_social_worker' || role === 'lead_practitioner'),
  )
  return holding?.workerId ?? leadWorkerId ?? work.actor.id
}

async function give(
  work: Work,
  { personId }: EnquiryWhole,
  workerIds: readonly Uuid[],
  title: string,
  dueOn: Temporal.PlainDate,
): Promise<void> {
  for (const workerId of workerIds) await addTask(work, { personId, workerId, title, dueOn })
}
