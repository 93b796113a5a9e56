import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { setStatus } from '../commands/handIn.ts'
import { checkedOf } from '../queries/checkedOf.ts'
import type { Joint } from '../queries/readJoint.ts'
import { lastDay, readWhole } from '../queries/readWhole.ts'
import { missingFrom } from '../rules/missingFrom.ts'
import type { AssessmentsTables } from '../tables.ts'
import { openNextSteps } from './nextSteps.ts'

/**
 * Authorises the assessment of every child today and opens what follows from its outcome.
 * @returns null; or why it cannot be authorised now, and what to do. Then nothing is written
 */
export async function authorise(work: Work, joint: Joint): Promise<string | null> {
  const whole = await readWhole(work, joint)
  const due = lastDay(whole)
  if (due !== null && Temporal.PlainDate.compare(work.today, due) > 0 && joint.lateReason === null)
    return 'It is past the 45th working day and nobody has said why. Open the assessment, choose “Check”, and record why it is late; then decide again.'
  const lacking = missingFrom(checkedOf(whole, work.today)).filter(({ weight }) => weight === 'needed')
  const [first] = lacking
  if (first !== undefined)
    return `Something that it needs was taken out meanwhile. ${first.text}. Return it, or mend it.`
  await work
    .db<AssessmentsTables>()
    .updateTable('assessment')
    .set(eb => ({ authorised_on: work.today, version: eb('version', '+', 1) }))
    .where(
      'id',
      'in',
      joint.children.map(({ assessmentId }) => assessmentId),
    )
    .where('authorised_on', 'is', null)
    .execute()
  await setStatus(work, joint.id, 'authorised')
  await openNextSteps(work, joint)
  await syncClocks(work, joint.personIds)
  return null
}
