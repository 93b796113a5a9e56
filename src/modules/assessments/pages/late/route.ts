import type { z } from 'zod'
import { textarea } from '#ui'
import { noteChange } from '../../commands/noteChange.ts'
import { saveVersioned } from '../../commands/saveVersioned.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { labelOf } from '../../rules/assessmentParts.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText, textOf, versionOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { differencesOf, lengthIssues } from '../frame/textFields.ts'

const label = labelOf('late_reason', 'joint')

/** Why an assessment is later than the law's limit: asked of its author or the manager who authorises it. */
export const lateRoutes = draftedForm<z.infer<typeof jointParams>, OpenedForm & { readonly joint: Joint }>({
  url: '/assessments/:jointId/late',
  params: jointParams,
  form: 'assessment-late',
  about: 'why an assessment is late',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    return {
      joint,
      title: 'Why this assessment is late',
      path: `${jointPath(jointId)}/late`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: { version: String(joint.version), late_reason: joint.lateReason ?? '' },
      labels: { late_reason: label },
      content: ({ values, errors }) =>
        textarea({
          name: 'late_reason',
          rows: 4,
          label: { text: label, classes: 'govuk-label--s' },
          hint: { text: 'Needed before a manager can authorise it after that day. The delay still counts' },
          value: textOf(values, 'late_reason'),
          errorMessage: errors.of('late_reason'),
        }),
    }
  },
  async save({ work }, { joint }, values) {
    const reason = longText(values, 'late_reason')
    const issues = [
      ...lengthIssues(['late_reason'], values),
      ...(reason === null ? [{ path: ['late_reason'], message: 'Enter why it is late' }] : []),
    ]
    if (issues.length > 0) return { outcome: 'refused', issues }
    const row = { id: joint.id, seen: versionOf(values) }
    const saved = await saveVersioned(work, 'joint_assessment', row, { late_reason: reason })
    if (saved.outcome === 'closed') return saved
    if (saved.outcome === 'stale')
      return {
        outcome: 'stale',
        differences: differencesOf(saved.clashes, () => label),
        values: { version: String(saved.version) },
      }
    await noteChange(work, joint)
    return { outcome: 'saved', success: 'Reason saved' }
  },
})
