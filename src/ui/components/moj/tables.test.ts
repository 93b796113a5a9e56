import { expect, test } from 'vitest'
import { structure } from '../../conformance/structure.ts'
import { multiSelectTable } from './multiSelectTable.ts'
import { sortableTable } from './sortableTable.ts'

test('a sortable table tells the script which columns sort, and by what', () => {
  const html = String(
    sortableTable({
      head: [{ text: 'Child', sort: 'ascending' }, { text: 'Actions' }],
      rows: [[{ text: '<b>Sam</b>', sortValue: 'example sam' }, { text: 'Open' }], false],
      attributes: { id: 'caseload' },
    }),
  )
  expect(html).toContain('<table class="govuk-table" data-module="moj-sortable-table" id="caseload">')
  expect(html).toContain('<th scope="col" class="govuk-table__header" aria-sort="ascending">Child</th>')
  expect(html).toContain('<th scope="col" class="govuk-table__header">Actions</th>')
  expect(html).toContain(
    '<td class="govuk-table__cell" data-sort-value="example sam">&lt;b&gt;Sam&lt;/b&gt;</td>',
  )
})

test('a multi-select table names each box by its row and leaves room for the one that ticks all', () => {
  const lines = structure(
    String(
      multiSelectTable({
        name: 'visit',
        head: [{ text: 'Visit' }],
        rows: [
          { value: 'a', selectText: 'Select the <b>first</b>', checked: true, cells: [{ text: 'First' }] },
        ],
      }),
    ),
  ).map(line => line.trim())
  expect(lines).toContain('<th class="govuk-table__header" id="visit-select-all" scope="col">')
  expect(lines).toContain(
    '<input checked="" class="govuk-checkboxes__input" id="visit-1" name="visit" type="checkbox" value="a">',
  )
  expect(lines).toContain('Select the <b>first</b>')
  expect(lines).toContain('<td class="govuk-table__cell" data-label="Visit">')
  expect(lines[0]).toBe(
    '<table class="govuk-table kith-cards" data-checkboxes.selector="tbody input.govuk-checkboxes__input" data-id-prefix="visit-" data-module="moj-multi-select">',
  )
})
