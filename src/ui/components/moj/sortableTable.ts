import { attributes } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { type Table, type TableCell, table } from '../govuk/table.ts'
import { type Items, type Maybe, present } from '../parameters.ts'

export interface SortableHead extends TableCell {
  /** How the rows are sorted by this column now; leave out for a column that cannot be sorted. */
  readonly sort?: Maybe<'ascending' | 'descending' | 'none'>
}

export interface SortableCell extends TableCell {
  /** What to sort by where the words would sort wrongly, such as an ISO date. */
  readonly sortValue?: Maybe<string | number>
}

export interface SortableTable extends Omit<Table, 'head' | 'rows'> {
  readonly head: readonly SortableHead[]
  readonly rows: Items<readonly SortableCell[]>
}

const headCell = ({ sort, ...cell }: SortableHead): TableCell =>
  sort === undefined
    ? cell
    : { ...cell, attributes: html`${attributes(cell.attributes)} aria-sort="${sort}"` }

const bodyCell = ({ sortValue, ...cell }: SortableCell): TableCell =>
  sortValue === undefined
    ? cell
    : { ...cell, attributes: html`${attributes(cell.attributes)} data-sort-value="${sortValue}"` }

/** GOV.UK table whose columns can be sorted where scripts run (MoJ sortable table). */
export function sortableTable(params: SortableTable): Html {
  return table({
    ...params,
    head: params.head.map(headCell),
    rows: present(params.rows).map(row => row.map(bodyCell)),
    attributes: html` data-module="moj-sortable-table"${attributes(params.attributes)}`,
  })
}
