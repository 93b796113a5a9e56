import { type Html, html, warningText } from '#ui'
import type { Assessable } from '../../queries/assessable.ts'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import type { FormState } from '../frame/openedForm.ts'
import { childTicks, otherChildren } from '../start/page.ts'

/** Who is in, each with the way out, and who may be added. */
export function childrenPage(joint: Joint, others: readonly Assessable[], state: FormState): Html {
  return html`<ul class="govuk-list">${joint.children.map(
    ({ personId, person }) =>
      html`<li>${person.displayName}, ${person.age} · <a class="govuk-link" href="/assessments/${joint.id}/children/${personId}/take-out">Take out<span class="govuk-visually-hidden"> ${person.displayName}, added in error</span></a></li>`,
  )}</ul>
${childTicks(others, state, 'Add to this assessment')}
${otherChildren(others)}`
}

/** What taking a child out does. */
export function leaveOutPage({ person }: JointChild, reason: Html): Html {
  return html`<p class="govuk-body-l">${person.displayName}, ${person.age}</p>
${warningText({ text: 'What was written of this child leaves the assessment and stays in its history only. Texts about all the children stay: take the child out of those yourself.', iconFallbackText: 'Warning' })}
${reason}`
}
