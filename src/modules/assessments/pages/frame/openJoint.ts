import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { waitForDecision } from '../../commands/noteChange.ts'
import { type Joint, readJoint } from '../../queries/readJoint.ts'
import type { Intent } from './draftedForm.ts'

/** Paths of one assessment: /assessments/:jointId ... */
export const jointParams = z.object({ jointId: uuidParam })

/** Paths that name somebody of it as well. */
export const jointPersonParams = jointParams.extend({ personId: uuidParam })

/** Where an assessment is written. */
export const jointPath = (jointId: Uuid): string => `/assessments/${jointId}`

/** Whether it no longer changes. */
export const isClosed = ({ status }: Joint): boolean => status === 'authorised' || status === 'abandoned'

const ask =
  'You may read this assessment but not write in it: that takes the right to write in the record of each of its children. Ask the worker who holds the case, or their manager.'

/** The assessment for somebody who wants to write in it, or the reply that refuses. */
export async function openJoint(work: Work, jointId: Uuid, intent: Intent): Promise<Joint | Reply> {
  if (intent === 'save') await waitForDecision(work, jointId)
  const joint = await readJoint(work, jointId)
  if (joint === null) return notFound
  return joint.mayWrite ? joint : { kind: 'forbidden', ask }
}

/** Tells a refusal from what was asked for. */
export const isReply = (answer: object): answer is Reply => 'kind' in answer
