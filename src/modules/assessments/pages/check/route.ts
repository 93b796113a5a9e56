import type { z } from 'zod'
import { handIn } from '../../commands/handIn.ts'
import { checkedOf } from '../../queries/checkedOf.ts'
import { holdersOf } from '../../queries/holdersOf.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { readWhole } from '../../queries/readWhole.ts'
import { type Missing, missingFrom } from '../../rules/missingFrom.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { lengthIssues } from '../frame/textFields.ts'
import { checkPage } from './page.ts'

type OpenedCheck = OpenedForm & { readonly joint: Joint; readonly missing: readonly Missing[] }

/** What an assessment lacks, and handing it in for a manager's decision. */
export const checkRoutes = draftedForm<z.infer<typeof jointParams>, OpenedCheck>({
  url: '/assessments/:jointId/check',
  params: jointParams,
  form: 'assessment-handing-in',
  about: 'what an assessment lacks before it is handed in',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const whole = await readWhole(work, joint)
    const missing = missingFrom(checkedOf(whole, work.today))
    return {
      joint,
      missing,
      title: 'Check and hand in',
      path: `${jointPath(jointId)}/check`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: [...joint.personIds, ...whole.adults.map(({ person }) => person.id)],
      isClosed: isClosed(joint),
      fresh: {},
      labels: { 'hand-in': 'Handing in', remark: 'To the manager' },
      saveWords: 'Hand in to the manager',
      content: state => checkPage({ joint, missing, state }),
    }
  },
  async save({ work }, { joint, missing }, values) {
    const needed = missing.filter(({ weight }) => weight === 'needed')
    if (joint.status === 'submitted') return { outcome: 'saved', success: 'Handed in already' }
    const holders = await holdersOf(work, joint.personIds)
    const teamId = holders[0]?.teamId
    const issues = [
      ...lengthIssues(['remark'], values),
      ...(needed.length > 0
        ? [{ path: ['hand-in'], message: 'Complete what the law or the census needs before you hand in' }]
        : []),
      ...(teamId === undefined
        ? [
            {
              path: ['hand-in'],
              message: 'No team holds these children: ask a manager to allocate them first',
            },
          ]
        : []),
    ]
    if (issues.length > 0 || teamId === undefined) return { outcome: 'refused', issues }
    await handIn(work, joint, { teamId, remark: longText(values, 'remark') })
    return { outcome: 'saved', success: 'Handed in. The managers of the team have been told' }
  },
})
