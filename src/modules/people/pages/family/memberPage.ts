import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  nothing,
  radios,
  recordForm,
} from '#ui'
import type { PersonSummary } from '../../queries/personSummaries.ts'

export type MemberPage = {
  readonly familyId: Uuid
  readonly reference: string
  readonly text: string
  readonly found: readonly PersonSummary[] | null
  readonly form: FormKeys
  readonly errors: FieldErrors
}

/** Adding somebody who is already recorded to a family: find, choose, say in which role. */
export function memberPage(page: MemberPage): Html {
  const action = `/families/${page.familyId}/members/new`
  return html`${errorsAbove(page.errors)}
<span class="govuk-caption-l">Family ${page.reference}</span>
<h1 class="govuk-heading-l">Add somebody to the family</h1>
<search><form method="post" action="${action}" novalidate>
  ${formFields(page.form)}
  ${input({ id: 'text', name: 'text', label: { text: 'Find a person of your work', classes: 'govuk-label--s' }, value: page.text, errorMessage: page.errors.of('text'), autocomplete: 'off' })}
  ${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form></search>
${page.found ? choose(page, page.found, action) : nothing}`
}

function choose(page: MemberPage, found: readonly PersonSummary[], action: string): Html {
  if (found.length === 0)
    return html`<p class="govuk-body">Nobody found in your work. <a class="govuk-link" href="/people/new?family=${page.familyId}">Add a new person</a></p>`
  return recordForm({
    action,
    csrf: { value: page.form.csrf },
    idempotencyKey: page.form.submission,
    others: { text: page.text, step: 'choose' },
    content: html`${radios({
      name: 'person',
      idPrefix: 'person',
      fieldset: { legend: { text: 'Who is it?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: page.errors.of('person'),
      items: found.map(person => ({ value: person.id, text: `${person.displayName}, ${person.age}` })),
    })}
    ${radios({
      name: 'role',
      idPrefix: 'role',
      fieldset: { legend: { text: 'Role in the family', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: page.errors.of('role'),
      items: [
        { value: 'child', text: 'Child' },
        { value: 'adult', text: 'Adult' },
      ],
    })}
    ${button({ text: 'Add to the family', preventDoubleClick: true })}`,
  })
}
