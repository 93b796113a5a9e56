import { type Html, html } from '../../html.ts'
import type { TableCell } from '../govuk/table.ts'
import { type Table, table } from '../govuk/table.ts'
import { classNames, type Items, present } from '../parameters.ts'
import { labelled } from './labelled.ts'

export interface DenseTable extends Omit<Table, 'head' | 'rows' | 'caption'> {
  /** Says what the table holds; needed, since it also names the scrolling box. */
  readonly caption: string
  readonly head: readonly (TableCell & { readonly text: string })[]
  readonly rows: Items<readonly TableCell[]>
}

/**
 * A table for many rows, such as a caseload: 16 pixels and little air; on a phone each row becomes a card in
 * which every cell repeats its column's heading. It scrolls sideways in its own box, which a keyboard can reach.
 */
export function denseTable(params: DenseTable): Html {
  const rows = present(params.rows).map(row =>
    row.map((cell, index) => labelled(cell, params.head[index]?.text)),
  )
  const inside = table({ ...params, rows, classes: classNames('kith-dense', params.classes) })
  return html`<div class="kith-scroll" role="region" aria-label="${params.caption}" tabindex="0">${inside}</div>`
}
