import { codeWords } from '#reference'
import { checkboxes, details, type Html, html } from '#ui'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** Name of the field with what is found of this child alone. */
export const ofChild = ({ assessmentId }: Pick<JointChild, 'assessmentId'>): string => `child-${assessmentId}`

/** Ticks for all the children, and behind a line each child's own. */
export function factorsPage(view: {
  readonly joint: Joint
  readonly codes: readonly string[]
  readonly state: FormState
}): Html {
  const { joint, codes, state } = view
  const several = joint.children.length > 1
  return html`<input type="hidden" name="was" value="${textOf(state.values, 'was')}">
<p class="govuk-body">The children in need census asks for these (N00181). Tick all that apply; “Other” and “No factors found” are at the end.</p>
${ticks({ name: 'all', legend: several ? 'For all the children' : 'Factors', codes, state })}
${several ? joint.children.map(child => own(child, codes, state)) : ''}`
}

function own(child: JointChild, codes: readonly string[], state: FormState): Html {
  const name = ofChild(child)
  const chosen = textsOf(state.values, name)
  const count = chosen.length > 0 ? ` (${chosen.length})` : ''
  return details({
    summaryText: `Only for ${child.person.displayName}${count}`,
    open: chosen.length > 0,
    html: ticks({ name, legend: `Only for ${child.person.displayName}`, codes, state }),
  })
}

function ticks(of: {
  readonly name: string
  readonly legend: string
  readonly codes: readonly string[]
  readonly state: FormState
}): Html {
  const chosen = textsOf(of.state.values, of.name)
  const offered = [...of.codes, ...chosen.filter(code => !of.codes.includes(code))]
  return checkboxes({
    name: of.name,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: of.legend, classes: 'govuk-fieldset__legend--s' } },
    items: offered.map(code => ({ value: code, text: codeWords('assessmentFactor', code) })),
    values: [...chosen],
    errorMessage: of.state.errors.of(of.name),
  })
}
