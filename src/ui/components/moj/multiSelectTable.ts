import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { checkboxes } from '../govuk/checkboxes.ts'
import { type Table, type TableCell, table } from '../govuk/table.ts'
import { labelled } from '../kith/labelled.ts'
import { classNames, type Items, type Maybe, present } from '../parameters.ts'

export interface MultiSelectRow {
  readonly value: string
  /** What ticking this row selects, such as "Select the visit of 3 May 2026"; only heard. */
  readonly selectText: string
  readonly checked?: Maybe<boolean>
  readonly cells: readonly TableCell[]
}

export interface MultiSelectTable extends Omit<Table, 'head' | 'rows'> {
  /** Name of the checkboxes in the form, and start of their ids. */
  readonly name: string
  readonly head: readonly TableCell[]
  readonly rows: Items<MultiSelectRow>
}

const box = (name: string, row: MultiSelectRow, place: number): Html =>
  checkboxes({
    name,
    idPrefix: `${name}-${place}`,
    classes: 'govuk-checkboxes--small moj-multi-select__checkbox',
    formGroup: { classes: 'govuk-!-margin-bottom-0' },
    items: [
      {
        value: row.value,
        checked: row.checked,
        html: html`<span class="govuk-visually-hidden">${row.selectText}</span>`,
      },
    ],
  })

/**
 * GOV.UK table with a checkbox in each row (MoJ multi select); where scripts run, one more selects the whole page. On a phone each
 * row becomes a card.
 */
export function multiSelectTable({ name, ...params }: MultiSelectTable): Html {
  const settings = html` data-module="moj-multi-select" data-id-prefix="${name}-" data-checkboxes.selector="tbody input.govuk-checkboxes__input"`
  const rows = present(params.rows).map((row, index) => [
    { html: box(name, row, index + 1) },
    ...row.cells.map((cell, column) => labelled(cell, params.head[column]?.text)),
  ])
  return table({
    ...params,
    classes: classNames('kith-cards', params.classes),
    head: [
      {
        attributes: { id: `${name}-select-all` },
        html: html`<span class="govuk-visually-hidden">Select</span>`,
      },
      ...params.head,
    ],
    rows,
    attributes: html`${settings}${attributes(params.attributes)}`,
  })
}
