import { checkboxes, type Html, html } from '#ui'
import type { PersonFound } from '../queries/searchPeople.ts'

/** People who may be the one being added, each with the way to use them instead, and the box that says none is. */
export function possiblySame(people: readonly PersonFound[]): Html {
  const line = (row: PersonFound): Html =>
    row.held
      ? html`<li><a class="govuk-link" href="/people/${row.person.id}">${row.person.displayName}</a>, ${row.person.age}${row.person.laChildId ? `, LA child ID ${row.person.laChildId}` : ''}</li>`
      : html`<li>${row.initials || 'No name recorded'}${row.birthYear === null ? '' : `, born ${row.birthYear}`}, not in your work: <a class="govuk-link" href="/people/${row.id}/open">ask to open<span class="govuk-visually-hidden"> the record of ${row.initials}</span></a></li>`
  return html`<div class="govuk-inset-text">
  <h2 class="govuk-heading-m" id="same">People who may be the same</h2>
  <ul class="govuk-list govuk-list--bullet">${people.map(line)}</ul>
  ${checkboxes({
    name: 'none_is_same',
    items: [{ value: 'yes', text: 'None of these is the same person: add a new one' }],
  })}
</div>`
}
