import type { z } from 'zod'
import { notFound } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { plural, textarea } from '#ui'
import { addChildren, leaveOut } from '../../commands/changeChildren.ts'
import { type Assessable, assessable, mayStart } from '../../queries/assessable.ts'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText, textOf, textsOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import {
  isClosed,
  isReply,
  jointParams,
  jointPath,
  jointPersonParams,
  openJoint,
} from '../frame/openJoint.ts'
import { lengthIssues } from '../frame/textFields.ts'
import { childrenPage, leaveOutPage } from './page.ts'

type OpenedChildren = OpenedForm & { readonly joint: Joint; readonly others: readonly Assessable[] }

/** Whom an assessment is about: children added later, and the way to take one out. */
const childrenRoutes = draftedForm<z.infer<typeof jointParams>, OpenedChildren>({
  url: '/assessments/:jointId/children',
  params: jointParams,
  form: 'assessment-children',
  about: 'the children an assessment is about',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const [first] = joint.personIds
    const family = first === undefined ? [] : await assessable(work, first)
    const others = family.filter(({ child }) => !joint.personIds.includes(child.id))
    return {
      joint,
      others,
      title: 'Children of this assessment',
      path: `${jointPath(jointId)}/children`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: [...joint.personIds, ...others.map(({ child }) => child.id)],
      isClosed: isClosed(joint),
      fresh: {},
      labels: { child: 'Children' },
      saveWords: 'Add to the assessment',
      content: state => childrenPage(joint, others, state),
    }
  },
  async save({ work }, { joint, others, path }, values) {
    const ids = new Set(textsOf(values, 'child').flatMap(text => parseUuid(text) ?? []))
    const chosen = others.filter(one => ids.has(one.child.id) && mayStart(one))
    if (chosen.length === 0)
      return { outcome: 'refused', issues: [{ path: ['child'], message: 'Tick whom to add' }] }
    await addChildren(work, joint, chosen)
    return {
      outcome: 'saved',
      success: `${plural(chosen.length, 'child', 'children')} added`,
      location: path,
    }
  },
})

type OpenedLeaving = OpenedForm & { readonly joint: Joint; readonly child: JointChild }

/** Takes a child out who was added in error. */
const leaveOutRoutes = draftedForm<z.infer<typeof jointPersonParams>, OpenedLeaving>({
  url: '/assessments/:jointId/children/:personId/take-out',
  params: jointPersonParams,
  form: 'assessment-child-taken-out',
  about: 'why a child is taken out of an assessment',
  async open({ work, params: { jointId, personId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const child = joint.children.find(one => one.personId === personId)
    if (child === undefined) return notFound
    return {
      joint,
      child,
      title: 'Take a child out of this assessment',
      path: `${jointPath(jointId)}/children/${personId}/take-out`,
      back: `${jointPath(jointId)}/children`,
      recordKey: `${jointId}:${personId}`,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: {},
      labels: { reason: 'Why' },
      saveWords: 'Take this child out',
      content: ({ values, errors }) =>
        leaveOutPage(
          child,
          textarea({
            name: 'reason',
            rows: 3,
            label: { text: 'Why was this child added in error?', classes: 'govuk-label--s' },
            value: textOf(values, 'reason'),
            errorMessage: errors.of('reason'),
          }),
        ),
    }
  },
  async save({ work }, { joint, child }, values) {
    const reason = longText(values, 'reason')
    const issues = [
      ...lengthIssues(['reason'], values),
      ...(reason === null ? [{ path: ['reason'], message: 'Enter why this child was added in error' }] : []),
      ...(joint.children.length < 2
        ? [{ path: ['reason'], message: 'This is the only child left: stop the whole assessment instead' }]
        : []),
    ]
    if (issues.length > 0 || reason === null) return { outcome: 'refused', issues }
    await leaveOut(work, joint, child, reason)
    return { outcome: 'saved', success: 'Taken out. What was written of this child is in the history alone' }
  },
})

export const jointChildrenRoutes = [...childrenRoutes, ...leaveOutRoutes]
