import { type FormKeys, formFields } from '#platform/http'
import { button, denseTable, type Html, html, input, mojPagination, nothing, plural, select, tag } from '#ui'
import type { PeopleFound, PersonFound } from '../../queries/searchPeople.ts'
import { describePartialDate } from '../../rules/partialDate.ts'
import { ageBandNames, type SearchQuery, searchPath } from './query.ts'

export type SearchPage = {
  readonly text: string
  readonly query: SearchQuery
  readonly found: PeopleFound | null
  readonly form: FormKeys
  /** New people may be added by those who work with families. */
  readonly mayAdd: boolean
  /** What higher modules show while nothing is looked for. */
  readonly panels?: readonly (Html | null)[]
}

/** Find a person: one box, and the people found. */
export function searchPage(page: SearchPage): Html {
  return html`<h1 class="govuk-heading-l">People</h1>
<search><form method="post" action="/people" novalidate>
  ${formFields(page.form)}
  ${input({
    id: 'text',
    name: 'text',
    type: 'search',
    label: { text: 'Find a person', classes: 'govuk-label--m' },
    hint: {
      text: 'A name, an address or postcode, a number, or a date of birth, as much as you know. Spelling need not be right.',
    },
    value: page.text,
    autocomplete: 'off',
    spellcheck: false,
  })}
  ${button({ text: 'Search' })}
</form></search>
${page.found ? results(page, page.found) : nothing}
${page.mayAdd && page.found ? html`<p class="govuk-body">Not there? <a class="govuk-link" href="/people/new">Add a person</a></p>` : nothing}
${page.panels ?? nothing}`
}

function results(page: SearchPage, found: PeopleFound): Html {
  const { query } = page
  const rows = found.rows.map(personRow)
  const list =
    rows.length === 0
      ? html`<p class="govuk-body">Try fewer words, another spelling, or the date of birth.</p>`
      : denseTable({
          caption: 'People found',
          captionClasses: 'govuk-visually-hidden',
          head: [
            { text: 'Name' },
            { text: 'Age' },
            { text: 'Date of birth' },
            { text: 'Area' },
            { text: 'LA child ID' },
            { text: 'Flags' },
          ],
          rows,
        })
  const csv = found.rows.some(row => row.held)
    ? html`<p class="govuk-body"><a class="govuk-link" href="${searchPath(query, { format: 'csv' })}">Download as CSV</a></p>`
    : nothing
  return html`<h2 class="govuk-heading-m">${found.total === 0 ? 'Nobody found' : `${plural(found.total, 'person', 'people')} found`}</h2>
${filters(query)}${list}${pagesBelow(found, query)}${csv}`
}

function filters(query: SearchQuery): Html {
  const show = [
    { value: '', text: 'Everyone' },
    { value: 'children', text: 'Children' },
    { value: 'adults', text: 'Adults' },
    { value: 'open', text: 'Children with open work' },
  ]
  const ages = [
    { value: '', text: 'Any age' },
    ...ageBandNames.map(band => ({ value: band, text: `${band.replace('-', ' to ')} years` })),
  ]
  return html`<form method="get" action="/people" class="govuk-!-margin-bottom-4">
  <input type="hidden" name="search" value="${query.search}">
  ${select({ id: 'show', name: 'show', label: { text: 'Show' }, items: show, value: query.show ?? '' })}
  ${select({ id: 'age', name: 'age', label: { text: 'Age' }, items: ages, value: query.age ?? '' })}
  ${button({ text: 'Apply', classes: 'govuk-button--secondary' })}
</form>`
}

function personRow(row: PersonFound) {
  if (!row.held)
    return [
      {
        html: html`${row.initials === '' ? 'No name recorded' : row.initials} <span class="govuk-hint">not in your work</span>
          <a class="govuk-link" href="/people/${row.id}/open">Ask to open<span class="govuk-visually-hidden"> the record of ${row.initials}</span></a>`,
      },
      { text: '' },
      { text: row.birthYear === null ? '' : `Born ${row.birthYear}` },
      { text: '' },
      { text: '' },
      { text: '' },
    ]
  const { person, flags } = row
  const born =
    person.dateOfBirth &&
    describePartialDate({ date: person.dateOfBirth, precision: person.dateOfBirthPrecision })
  const area =
    person.address.outcome === 'known'
      ? person.address.area
      : person.address.outcome === 'withheld'
        ? 'Withheld'
        : ''
  return [
    { html: html`<a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>` },
    { text: person.age },
    { text: born ?? '' },
    { text: area },
    { text: person.laChildId ?? '' },
    { html: html`${flags.map(flag => html`${tag({ text: flag.text, classes: flag.classes })} `)}` },
  ]
}

function pagesBelow(found: PeopleFound, query: SearchQuery): Html {
  if (found.pages === 1) return nothing
  const items = Array.from({ length: found.pages }, (_, index) => ({
    number: index + 1,
    href: searchPath(query, { page: index + 1 }),
    current: index + 1 === found.page,
  }))
  return mojPagination({
    items,
    results: {
      count: found.total,
      from: (found.page - 1) * 50 + 1,
      to: Math.min(found.page * 50, found.total),
      text: 'people',
    },
  })
}
