import type { FormKeys } from '#platform/http'
import {
  button,
  checkboxes,
  denseTable,
  details,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  nothing,
  recordForm,
} from '#ui'
import { genogram } from '../../genogram/genogram.ts'
import type { FamilyView } from '../../queries/familyView.ts'
import { holdsOn } from '../../queries/relationshipsOf.ts'
import { relationshipList } from './relationshipList.ts'

export type FamilyPage = {
  readonly view: FamilyView
  readonly today: Temporal.PlainDate
  /** Members whose details the viewer may change. */
  readonly writable: ReadonlySet<string>
  readonly form: FormKeys
  readonly errors: FieldErrors
}

/** A family: who belongs to it, drawn and in words, and who lives with whom. */
export function familyPage(page: FamilyPage): Html {
  const { view, writable } = page
  const path = `/families/${view.family.id}`
  const add =
    writable.size > 0
      ? html`<p class="govuk-body"><a class="govuk-link" href="/people/new?family=${view.family.id}">Add a new person</a>, or
  <a class="govuk-link" href="${path}/members/new">somebody who is already recorded</a></p>`
      : nothing
  return html`${errorsAbove(page.errors)}
<h1 class="govuk-heading-l">Family ${view.family.reference}</h1>
${membersTable(page)}${add}
<h2 class="govuk-heading-m">Family drawing</h2>
${drawing(page)}
<p class="govuk-body"><a class="govuk-link" href="${path}/genogram">Draw the family as at another day, with opinions of relationships, or print it</a></p>
<h2 class="govuk-heading-m">Who is who</h2>
${relationshipList(view, writable, page.today)}
<h2 class="govuk-heading-m">Households</h2>
${households(page)}`
}

function membersTable({ view, writable }: FamilyPage): Html {
  const responsible = (childId: string): string =>
    view.relationships
      .filter(row => row.otherId === childId && row.hasParentalResponsibility === true)
      .flatMap(row => view.people.get(row.personId)?.displayName ?? [])
      .join(', ')
  const rows = view.members.map(({ memberId, role, person }) => [
    { html: html`<a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>` },
    { text: person.age },
    { text: role === 'child' ? 'Child' : 'Adult' },
    { text: role === 'child' ? responsible(person.id) || 'Not recorded' : '' },
    {
      html: writable.has(person.id)
        ? html`<a class="govuk-link" href="/people/${person.id}/details">Details<span class="govuk-visually-hidden"> of ${person.displayName}</span></a>
          <a class="govuk-link" href="/people/${person.id}/details/family/${memberId}">Change<span class="govuk-visually-hidden"> the place of ${person.displayName} in the family</span></a>`
        : nothing,
    },
  ])
  return denseTable({
    caption: 'People in the family',
    captionClasses: 'govuk-table__caption--m',
    head: [
      { text: 'Name' },
      { text: 'Age' },
      { text: 'Role' },
      { text: 'Parental responsibility' },
      { text: 'Change' },
    ],
    rows,
  })
}

function drawing({ view, today }: FamilyPage): Html {
  return genogram({
    people: [...view.people.values()],
    links: view.relationships.map(row => ({ ...row, holds: holdsOn(row, today) })),
    households: view.households.map(({ label, members }) => ({
      label,
      personIds: members.map(({ personId }) => personId),
    })),
    indexIds: new Set(view.members.filter(({ role }) => role === 'child').map(({ person }) => person.id)),
    today,
  })
}

function households(page: FamilyPage): Html {
  const { view, writable, errors } = page
  const lists = view.households.map(
    ({ label, members }) => html`<h3 class="govuk-heading-s">${label}</h3>
<ul class="govuk-list govuk-list--bullet">${members.map(({ rowId, personId }) => {
      const change = writable.has(personId)
        ? html` <a class="govuk-link" href="/people/${personId}/details/household/${rowId}">Change<span class="govuk-visually-hidden"> household of ${view.people.get(personId)?.displayName}</span></a>`
        : nothing
      return html`<li>${view.people.get(personId)?.displayName}${change}</li>`
    })}</ul>`,
  )
  const mine = view.members.filter(({ person }) => writable.has(person.id))
  const add = recordForm({
    action: `/families/${view.family.id}/households`,
    csrf: { value: page.form.csrf },
    idempotencyKey: page.form.submission,
    content: html`${input({ id: 'label', name: 'label', label: { text: 'Name of the household' }, hint: { text: 'For example, Mother’s home.' }, errorMessage: errors.of('label') })}
    ${checkboxes({
      name: 'person',
      fieldset: { legend: { text: 'Who lives there?' } },
      items: mine.map(({ person }) => ({ value: person.id, text: person.displayName })),
    })}
    ${button({ text: 'Add household', classes: 'govuk-button--secondary' })}`,
  })
  return html`${lists.length > 0 ? lists : html`<p class="govuk-body">Nothing recorded.</p>`}
${mine.length > 0 ? details({ summaryText: 'Add a household', html: add, open: errors.list.length > 0 }) : nothing}`
}
