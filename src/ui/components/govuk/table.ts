import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  each,
  type Items,
  type Maybe,
  type Styling,
} from '../parameters.ts'

export interface TableCell extends Content, Styling {
  /** `numeric` sets figures to the right in even widths. */
  readonly format?: Maybe<string>
  readonly colspan?: Maybe<number>
  readonly rowspan?: Maybe<number>
}

export interface Table extends Styling {
  readonly rows: Items<readonly TableCell[]>
  readonly head?: Maybe<readonly TableCell[]>
  readonly caption?: Maybe<string>
  readonly captionClasses?: Maybe<string>
  readonly firstCellIsHeader?: Maybe<boolean>
}

const spans = (cell: TableCell): Html =>
  html`${attributes({ colspan: unlessEmpty(cell.colspan), rowspan: unlessEmpty(cell.rowspan) })}${attributes(cell.attributes)}`

const headCell = (cell: TableCell): Html =>
  html`<th scope="col" class="${classNames('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}"${spans(cell)}>${contentOf(cell)}</th>`

const rowHeader = (cell: TableCell): Html =>
  html`<th scope="row" class="${classNames('govuk-table__header', cell.classes)}"${spans(cell)}>${contentOf(cell)}</th>`

const dataCell = (cell: TableCell): Html =>
  html`<td class="${classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}"${spans(cell)}>${contentOf(cell)}</td>`

/** GOV.UK table. */
export function table(params: Table): Html {
  const caption = params.caption
    ? html`<caption class="${classNames('govuk-table__caption', params.captionClasses)}">${params.caption}</caption>`
    : nothing
  const head = params.head
    ? html`<thead class="govuk-table__head"><tr class="govuk-table__row">${params.head.map(headCell)}</tr></thead>`
    : nothing
  const row = (cells: readonly TableCell[]): Html =>
    html`<tr class="govuk-table__row">${cells.map((cell, index) => (index === 0 && params.firstCellIsHeader ? rowHeader(cell) : dataCell(cell)))}</tr>`
  return html`<table class="${classNames('govuk-table', params.classes)}"${attributes(params.attributes)}>
  ${caption}${head}
  <tbody class="govuk-table__body">${each(params.rows, row)}</tbody>
</table>`
}
