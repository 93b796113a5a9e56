import { csvLink, onPage, pageLinks } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Reply } from '#platform/http'
import { denseTable, type Html, html } from '#ui'
import { type Tab, workforcePage } from './workforcePage.ts'

/** A cell: a text, or a link. */
export type Cell = string | Html

export type List<Row> = {
  readonly tab: Tab
  readonly title: string
  readonly fileName: string
  /** What is counted under the list, such as "posts". */
  readonly what: string
  readonly head: readonly string[]
  readonly rows: readonly Row[]
  cells(row: Row): readonly Cell[]
  readonly csvHead: readonly string[]
  csv(row: Row): readonly unknown[]
  /** Above and below the table. */
  readonly before: Html
  readonly after?: Html
  readonly empty: string
  readonly hasErrors?: boolean
}

type Asked = { readonly page: number; readonly format?: 'csv' | undefined }

/** A list as a page of the workforce, or whole as CSV. */
export function listReply<Row>(work: Work, asked: Asked, path: string, list: List<Row>): Reply {
  const { rows, head } = list
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: list.fileName,
      header: list.csvHead,
      rows: rows.map(row => list.csv(row)),
      shown: 'nothing',
    }
  const table =
    rows.length === 0
      ? html`<p class="govuk-body">${list.empty}</p>`
      : cellsTable(
          list.title,
          head,
          onPage(rows, asked.page).map(row => list.cells(row)),
        )
  return workforcePage(work, {
    tab: list.tab,
    title: list.title,
    ...(list.hasErrors ? { hasErrors: true } : {}),
    content: html`${list.before}${table}${pageLinks(path, asked.page, rows.length, list.what)}${csvLink(path)}${list.after ?? ''}`,
  })
}

/** A table of texts and links. */
export const cellsTable = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Html =>
  denseTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: head.map(text => ({ text })),
    rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? { text: cell } : { html: cell }))),
  })

export const linkTo = (href: string, words: string): Html =>
  html`<a class="govuk-link" href="${href}">${words}</a>`
