import type { z } from 'zod'
import { directsAll } from '#modules/casework'
import { holdCheckpoint } from '../../commands/holdCheckpoint.ts'
import { holdersOf } from '../../queries/holdersOf.ts'
import { checkpointsOf, type PlannedCheckpoint, plannedCheckpoints } from '../../queries/jointCheckpoints.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { checkpointDecisions } from '../../rules/checkpointWords.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText, textOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { lengthIssues } from '../frame/textFields.ts'
import { checkpointsPage } from './page.ts'

type OpenedCheckpoint = OpenedForm & { readonly joint: Joint; readonly next: readonly PlannedCheckpoint[] }

const ask = 'A checkpoint is recorded by a manager of the case. Ask the manager of the team that holds it.'

/** A manager looks at an assessment under way and says whether it goes on. */
export const checkpointRoutes = draftedForm<z.infer<typeof jointParams>, OpenedCheckpoint>({
  url: '/assessments/:jointId/checkpoints',
  params: jointParams,
  form: 'assessment-checkpoint',
  about: 'a manager’s checkpoint of an assessment',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    if (!(await directsAll(work, joint.personIds))) return { kind: 'forbidden', ask }
    const held = await checkpointsOf(work, jointId)
    const planned = await plannedCheckpoints(work, joint)
    const next = planned.filter(({ atDay }) => held.every(one => one.atDay !== atDay))
    return {
      joint,
      next,
      title: 'Checkpoint',
      path: `${jointPath(jointId)}/checkpoints`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint) || next.length === 0,
      fresh: { day: String(next[0]?.atDay ?? '') },
      labels: { day: 'Which checkpoint', decision: 'Decision', remark: 'Remark' },
      saveWords: 'Record the checkpoint',
      content: state => checkpointsPage({ held, next, state }),
    }
  },
  async save({ work }, { joint, next }, values) {
    const day = next.find(({ atDay }) => String(atDay) === textOf(values, 'day'))
    const decision = checkpointDecisions.find(one => one === textOf(values, 'decision'))
    const remark = longText(values, 'remark')
    const issues = [
      ...lengthIssues(['remark'], values),
      ...(day === undefined ? [{ path: ['day'], message: 'Select which checkpoint this is' }] : []),
      ...(decision === undefined ? [{ path: ['decision'], message: 'Select what you decide' }] : []),
      ...(remark === null
        ? [{ path: ['remark'], message: 'Enter what you looked at and why you decide so' }]
        : []),
    ]
    if (issues.length > 0 || day === undefined || decision === undefined || remark === null)
      return { outcome: 'refused', issues }
    const workers = (await holdersOf(work, joint.personIds)).flatMap(({ workerId }) => workerId ?? [])
    const held = await holdCheckpoint(work, joint, { atDay: day.atDay, decision, remark }, workers)
    if (!held)
      return {
        outcome: 'refused',
        issues: [{ path: ['day'], message: 'Somebody has recorded this checkpoint already' }],
      }
    return { outcome: 'saved', success: `Checkpoint of day ${day.atDay} recorded` }
  },
})
