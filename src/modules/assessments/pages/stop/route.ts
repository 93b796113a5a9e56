import type { z } from 'zod'
import { syncClocks } from '#modules/casework'
import { html, textarea } from '#ui'
import { setStatus } from '../../commands/handIn.ts'
import { repeatForChildren } from '../../commands/repeatForChildren.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText, textOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { lengthIssues } from '../frame/textFields.ts'

/** Stops an assessment that will not be finished: it stays to be read, and its referral still waits for one. */
export const stopRoutes = draftedForm<z.infer<typeof jointParams>, OpenedForm & { readonly joint: Joint }>({
  url: '/assessments/:jointId/stop',
  params: jointParams,
  form: 'assessment-stopped',
  about: 'why an assessment is stopped',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    return {
      joint,
      title: 'Stop this assessment',
      path: `${jointPath(jointId)}/stop`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: {},
      labels: { reason: 'Why' },
      saveWords: 'Stop the assessment',
      content: ({
        values,
        errors,
      }) => html`<p class="govuk-body">What was written stays to be read. While the referral is open it still needs an assessment, and its time limit goes on.</p>
${textarea({
  name: 'reason',
  rows: 3,
  label: { text: 'Why is it stopped?', classes: 'govuk-label--s' },
  value: textOf(values, 'reason'),
  errorMessage: errors.of('reason'),
})}`,
    }
  },
  async save({ work }, { joint }, values) {
    const reason = longText(values, 'reason')
    const issues = [
      ...lengthIssues(['reason'], values),
      ...(reason === null ? [{ path: ['reason'], message: 'Enter why it is stopped' }] : []),
      ...(joint.status === 'submitted'
        ? [{ path: ['reason'], message: 'It waits for a manager: take it back first' }]
        : []),
    ]
    if (issues.length > 0 || reason === null) return { outcome: 'refused', issues }
    if (!(await setStatus(work, joint.id, 'abandoned', reason))) return { outcome: 'closed' }
    await repeatForChildren(work, joint, { kind: 'stopped', on: work.today })
    await syncClocks(work, joint.personIds)
    return { outcome: 'saved', success: 'Assessment stopped' }
  },
})
