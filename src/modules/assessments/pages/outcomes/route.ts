import type { z } from 'zod'
import { noteChange } from '../../commands/noteChange.ts'
import { saveVersioned } from '../../commands/saveVersioned.ts'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { labelOf } from '../../rules/assessmentParts.ts'
import { outcomes, outcomeText } from '../../rules/outcomes.ts'
import { draftedForm, type FormOutcome } from '../frame/draftedForm.ts'
import { type FormValues, longText, textOf, versionOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { differencesOf, lengthIssues } from '../frame/textFields.ts'
import { outcomeField, outcomesPage, reasonField } from './page.ts'

/** The outcome of each child with its reason: said once where it is the same. */
export const outcomesRoutes = draftedForm<
  z.infer<typeof jointParams>,
  OpenedForm & { readonly joint: Joint }
>({
  url: '/assessments/:jointId/outcomes',
  params: jointParams,
  form: 'assessment-outcomes',
  about: 'the outcome of an assessment for each child',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const labels = joint.children.flatMap(child => [
      [outcomeField(child), `Outcome for ${child.person.displayName}`],
      [reasonField(child), `Reason for ${child.person.displayName}`],
    ])
    return {
      joint,
      title: 'Outcome for each child',
      path: `${jointPath(jointId)}/outcomes`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: freshValues(joint),
      labels: { all: 'Outcome for all', 'all-reason': 'Reason for all', ...Object.fromEntries(labels) },
      content: state => outcomesPage(joint, state),
    }
  },
  save: ({ work }, { joint }, values) => saveOutcomes(work, joint, values),
})

function freshValues(joint: Joint): FormValues {
  const [first] = joint.children
  const same = joint.children.every(
    child => child.outcome === first?.outcome && child.outcomeReason === first?.outcomeReason,
  )
  const common = same ? first : undefined
  return {
    all: common?.outcome ?? '',
    'all-reason': common?.outcomeReason ?? '',
    ...Object.fromEntries(
      joint.children.flatMap(child => [
        [`version-${child.assessmentId}`, String(child.version)],
        [outcomeField(child), same ? '' : (child.outcome ?? '')],
        [reasonField(child), same ? '' : (child.outcomeReason ?? '')],
      ]),
    ),
  }
}

/** What is wanted for a child: its own, or what is said for all. */
function wantedOf(child: JointChild, values: FormValues) {
  const own = textOf(values, outcomeField(child))
  const code = own === '' ? textOf(values, 'all') : own
  return {
    outcome: outcomes.find(one => one === code) ?? null,
    outcome_reason:
      longText(values, reasonField(child)) ?? (own === '' ? longText(values, 'all-reason') : null),
  }
}

async function saveOutcomes(
  work: Parameters<typeof saveVersioned>[0],
  joint: Joint,
  values: FormValues,
): Promise<FormOutcome> {
  const issues = [
    ...lengthIssues(['all-reason', ...joint.children.map(reasonField)], values),
    ...joint.children.flatMap(child => {
      const wanted = wantedOf(child, values)
      if (wanted.outcome === null || wanted.outcome_reason !== null) return []
      const field = textOf(values, outcomeField(child)) === '' ? 'all-reason' : reasonField(child)
      return [{ path: [field], message: `Enter why this is the outcome for ${child.person.displayName}` }]
    }),
  ]
  if (issues.length > 0) return { outcome: 'refused', issues }
  for (const child of joint.children) {
    const version = `version-${child.assessmentId}`
    const row = { id: child.assessmentId, seen: versionOf(values, version) }
    const saved = await saveVersioned(work, 'assessment', row, wantedOf(child, values))
    if (saved.outcome === 'closed') return saved
    if (saved.outcome === 'stale')
      return {
        outcome: 'stale',
        differences: differencesOf(
          saved.clashes,
          column => `${labelOf(column, 'child')}: ${child.person.displayName}`,
          value => (value === null ? '' : (outcomeText(String(value)) ?? '')),
        ),
        values: { [version]: String(saved.version) },
      }
  }
  await noteChange(work, joint)
  return { outcome: 'saved', success: 'Outcomes saved' }
}
