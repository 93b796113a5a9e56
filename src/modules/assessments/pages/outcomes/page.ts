import { details, type Html, html, select, textarea } from '#ui'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { nextStepWords, outcomes, outcomeWords } from '../../rules/outcomes.ts'
import { textOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

type Named = Pick<JointChild, 'assessmentId'>
export const outcomeField = ({ assessmentId }: Named): string => `outcome-${assessmentId}`
export const reasonField = ({ assessmentId }: Named): string => `reason-${assessmentId}`

/** The outcome for all, and behind a line each child's own where it differs. */
export function outcomesPage(joint: Joint, state: FormState): Html {
  const several = joint.children.length > 1
  return html`<p class="govuk-body">When a manager authorises, the next step opens by itself:</p>
<ul class="govuk-list govuk-list--bullet">${outcomes.map(
    code => html`<li>${outcomeWords[code]}: ${nextStepWords[code]}</li>`,
  )}</ul>
${fields({ outcome: 'all', reason: 'all-reason', whose: several ? 'all the children' : 'the child', none: 'Not decided, or not the same for all', state })}
${several ? joint.children.map(child => own(child, state)) : ''}`
}

function own(child: JointChild, state: FormState): Html {
  const names = { outcome: outcomeField(child), reason: reasonField(child) }
  const isSaid = Object.values(names).some(
    name => textOf(state.values, name) !== '' || state.errors.of(name) !== undefined,
  )
  return details({
    summaryText: `Another outcome for ${child.person.displayName}`,
    open: isSaid,
    html: fields({ ...names, whose: child.person.displayName, none: 'The same as for all', state }),
  })
}

function fields(of: {
  readonly outcome: string
  readonly reason: string
  readonly whose: string
  readonly none: string
  readonly state: FormState
}): Html {
  const { values, errors } = of.state
  return html`${select({
    name: of.outcome,
    label: { text: `Outcome for ${of.whose}`, classes: 'govuk-label--s' },
    items: [
      { value: '', text: of.none },
      ...outcomes.map(code => ({ value: code, text: outcomeWords[code] })),
    ],
    value: textOf(values, of.outcome),
    errorMessage: errors.of(of.outcome),
  })}
${textarea({
  name: of.reason,
  rows: 3,
  label: { text: `Why, for ${of.whose}`, classes: 'govuk-label--s' },
  value: textOf(values, of.reason),
  errorMessage: errors.of(of.reason),
})}`
}
