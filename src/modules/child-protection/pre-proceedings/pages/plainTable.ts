import { denseTable, type Html } from '#ui'

/** A table of texts and links. */
export const plainTable = (of: {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | Html)[])[]
}): Html =>
  denseTable({
    caption: of.caption,
    captionClasses: 'govuk-visually-hidden',
    head: of.head.map(text => ({ text })),
    rows: of.rows.map(row => row.map(cell => (typeof cell === 'string' ? { text: cell } : { html: cell }))),
  })
