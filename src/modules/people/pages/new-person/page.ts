import type { FormKeys } from '#platform/http'
import { button, errorsAbove, type FieldErrors, type Html, html, nothing, recordForm, select } from '#ui'
import type { FamilyMember } from '../../queries/familyOf.ts'
import type { PersonFound } from '../../queries/searchPeople.ts'
import { fieldInput } from '../person-part/fieldInput.ts'
import type { Shown } from '../person-part/shownValues.ts'
import { possiblySame } from '../possiblySame.ts'
import { newPersonFields } from './form.ts'

export type NewPersonPage = {
  readonly action: string
  readonly form: FormKeys
  readonly shown: Shown
  readonly errors: FieldErrors
  readonly same: readonly PersonFound[]
  /** The family that the person is added to, when the form was opened from one. */
  readonly family: { readonly reference: string; readonly members: readonly FamilyMember[] } | null
}

/** Filled by a script as soon as name and date of birth are there. */
const whileTyping = html`<div data-look-for-same="/people/possible-duplicates" role="status" aria-label="People who may be the same"></div>`

/** The form to add a person, unborn children included. */
export function newPersonPage(page: NewPersonPage): Html {
  const { family, shown, errors } = page
  return html`${errorsAbove(errors)}
${family ? html`<span class="govuk-caption-l">Family ${family.reference}</span>` : nothing}
<h1 class="govuk-heading-l">Add a person</h1>
<p class="govuk-body">Leave empty what is not known.</p>
${recordForm({
  action: page.action,
  csrf: { value: page.form.csrf },
  idempotencyKey: page.form.submission,
  content: html`${page.same.length > 0 ? possiblySame(page.same) : nothing}
  ${newPersonFields.map(field => html`${field.name === 'sex' ? whileTyping : nothing}${fieldInput(field, shown, errors.of(field.name))}`)}
  ${family ? familyQuestions(family.members, shown) : nothing}
  <div class="govuk-button-group">
    ${button({ text: 'Add person', preventDoubleClick: true })}
    <a class="govuk-link" href="/people">Cancel</a>
  </div>`,
})}`
}

function familyQuestions(members: readonly FamilyMember[], shown: Shown): Html {
  const mothers = members.filter(({ role, person }) => role === 'adult' && person.sex !== 'M')
  const role = select({
    id: 'role',
    name: 'role',
    label: { text: 'Role in the family', classes: 'govuk-label--s' },
    value: shown['role'] ?? 'child',
    items: [
      { value: 'child', text: 'Child' },
      { value: 'adult', text: 'Adult' },
    ],
  })
  const mother = select({
    id: 'mother_id',
    name: 'mother_id',
    label: { text: 'Mother', classes: 'govuk-label--s' },
    hint: { text: 'Of an unborn child.' },
    value: shown['mother_id'] ?? '',
    items: [
      { value: '', text: 'Choose' },
      ...mothers.map(({ person }) => ({ value: person.id, text: person.displayName })),
    ],
  })
  return html`${role}${mother}`
}
