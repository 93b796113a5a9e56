import { attributes } from '../../attributes.ts'
import { html } from '../../html.ts'
import type { TableCell } from '../govuk/table.ts'
import type { Maybe } from '../parameters.ts'

/** A cell that knows its column's heading, which a card on a phone repeats. */
export function labelled(cell: TableCell, label: Maybe<string | number>): TableCell {
  return { ...cell, attributes: html`${attributes(cell.attributes)}${attributes({ 'data-label': label })}` }
}
