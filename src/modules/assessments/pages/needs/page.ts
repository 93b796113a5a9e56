import { checkboxes, dateFields, dateFieldsFrom, type Html, html, select, textarea } from '#ui'
import type { Need } from '../../queries/jointNeeds.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { needLine } from '../../rules/needLine.ts'
import { disciplines, disciplineWords, needKinds, needWords } from '../../rules/needWords.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** Needs already known, person by person, and the form that adds one. */
export function needsPage(view: {
  readonly joint: Joint
  readonly needs: readonly Need[]
  readonly state: FormState
}): Html {
  return html`${needsList(view.joint, view.needs)}${newNeed(view.joint, view.state)}`
}

/** The needs of each child: what, since when, noticed by whom. */
export function needsList(joint: Joint, needs: readonly Need[]): Html {
  return html`${joint.children.map(({ personId, person }) => {
    const own = needs.filter(need => need.personId === personId)
    const lines = own.map(need => html`<li>${needLine(need)}</li>`)
    return html`<h2 class="govuk-heading-s">${person.displayName}</h2>
${lines.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>` : html`<p class="govuk-body">None recorded.</p>`}`
  })}`
}

function newNeed(joint: Joint, { values, errors }: FormState): Html {
  return html`<h2 class="govuk-heading-m">Add a need</h2>
${checkboxes({
  name: 'about',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Whose need is it?', classes: 'govuk-fieldset__legend--s' } },
  items: joint.children.map(({ personId, person }) => ({ value: personId, text: person.displayName })),
  values: [...textsOf(values, 'about')],
  errorMessage: errors.of('about'),
})}
${select({
  name: 'kind',
  label: { text: 'Need', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Select one' },
    ...needKinds.map(kind => ({ value: kind, text: needWords[kind] })),
  ],
  value: textOf(values, 'kind'),
  errorMessage: errors.of('kind'),
})}
${textarea({
  name: 'description',
  rows: 2,
  label: { text: 'In a line or two (optional)', classes: 'govuk-label--s' },
  value: textOf(values, 'description'),
  errorMessage: errors.of('description'),
})}
${select({
  name: 'discipline',
  label: { text: 'Who noticed it first?', classes: 'govuk-label--s' },
  items: disciplines.map(one => ({ value: one, text: disciplineWords[one] })),
  value: textOf(values, 'discipline'),
  errorMessage: errors.of('discipline'),
})}
${dateFields({
  name: 'noted',
  legend: 'First noted on',
  hint: 'It may be long before this referral',
  value: dateFieldsFrom(values, 'noted'),
  error: errors.of('noted'),
})}`
}
