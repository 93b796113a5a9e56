import { checkboxes, dateFields, dateFieldsFrom, type Html, html, nothing, select, textarea } from '#ui'
import type { JointAdult } from '../../queries/jointAdults.ts'
import { type Need, parentNeeds } from '../../queries/jointNeeds.ts'
import type { NeedyAdult } from '../../queries/needyAdults.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { needLine } from '../../rules/needLine.ts'
import { disciplines, disciplineWords, needKinds, needWords } from '../../rules/needWords.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** Needs already known, person by person, and the form that adds one. */
export function needsPage(view: NeedsView): Html {
  return html`${needsList(view.joint, view.needs)}${parentsList(view)}${newNeed(view)}`
}

/** Everything that the page of needs shows. */
export type NeedsView = {
  readonly joint: Joint
  readonly needs: readonly Need[]
  /** Adults of the family, to name those whose needs are told. */
  readonly people: readonly JointAdult[]
  /** Those of them whose needs can be written. */
  readonly adults: readonly NeedyAdult[]
  readonly state: FormState
}

/** The needs of each child: what, since when, noticed by whom. */
function needsList(joint: Joint, needs: readonly Need[]): Html {
  return html`${joint.children.map(({ personId, person }) => {
    const own = needs.filter(need => need.personId === personId && need.adultId === null)
    const lines = own.map(need => html`<li>${needLine(need)}</li>`)
    return html`<h2 class="govuk-heading-s">${person.displayName}</h2>
${lines.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>` : html`<p class="govuk-body">None recorded.</p>`}`
  })}`
}

/** The needs of parents, once each, with the children on whom they bear. */
function parentsList({ joint, needs, people }: NeedsView): Html {
  const told = parentNeeds(needs)
  if (told.length === 0) return nothing
  const lines = told.map(({ need, childIds }) => {
    const whose = people.find(({ person }) => person.id === need.adultId)?.person.displayName ?? 'An adult'
    const children = joint.children.filter(({ personId }) => childIds.includes(personId))
    return html`<li><strong>${whose}</strong>: ${needLine(need)}. For ${children.map(({ person }) => person.displayName).join(', ')}</li>`
  })
  return html`<h2 class="govuk-heading-s">Parents and other adults</h2>
<ul class="govuk-list govuk-list--bullet">${lines}</ul>`
}

function newNeed({ joint, adults, state: { values, errors } }: NeedsView): Html {
  const kept =
    'Kept in the records of these children, for those who have the record or lead the plan. It is in no copy for the family'
  return html`<h2 class="govuk-heading-m">Add a need</h2>
${checkboxes({
  name: 'about',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Whose need is it?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    ...joint.children.map(({ personId, person }) => ({ value: personId, text: person.displayName })),
    ...adults.map(({ personId, words }) => ({ value: personId, text: words, hint: { text: kept } })),
  ],
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
