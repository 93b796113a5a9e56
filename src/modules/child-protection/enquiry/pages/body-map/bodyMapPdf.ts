import { type Furniture, type PrintWatch, renderPdf } from '#platform/print'
import { drawingFile } from '#ui'
import { drawnOn, shownOutlines } from '../../body-map/drawnMarks.ts'
import { outlineFigure } from '../../body-map/drawOutline.ts'
import type { Mark } from '../../queries/marksOf.ts'
import { correctionWords, inOrder, markCells, markHead } from './markText.ts'

const template = `#import "/kith.typ": *
#set page(flipped: true)
What was seen, as it was seen: no diagnosis. A mark that was corrected is struck through; its correction stands below it.
#for pair in data.drawings.chunks(4) {
  grid(columns: pair.map(_ => 1fr), gutter: 8pt,
    ..pair.map(d => [== #d.title
      #image(bytes(d.svg), format: "svg", alt: d.alt, height: calc.min(d.height * 0.7pt, 11cm))]))
}
== The marks in words
#set text(size: 8pt)
#table(columns: (auto, 1fr, 1.4fr, 1fr, 1fr, 1fr, 1fr, 1fr), table.header(..data.head),
  ..data.rows.map(row => row.cells.map(cell => if row.struck { strike(cell) } else { [#cell] }) + ([#row.correction],)).flatten())
`

/** The body map on paper: outlines with their marks, and every mark in words. */
export function bodyMapPdf(
  marks: readonly Mark[],
  isBaby: boolean,
  { furniture, watch }: { readonly furniture: Furniture; readonly watch: PrintWatch | undefined },
): Promise<Uint8Array> {
  const drawings = shownOutlines(marks, isBaby).map(outline => {
    const drawn = outlineFigure(outline, drawnOn(outline, marks))
    return { title: drawn.title, alt: drawn.description, height: drawn.height, svg: drawingFile(drawn) }
  })
  const rows = inOrder(marks).map(mark => ({
    cells: markCells(mark),
    struck: mark.correctedBy !== null || mark.isWithdrawn,
    correction: correctionWords(mark) ?? (mark.correctedBy === null ? '' : 'Corrected below'),
  }))
  return renderPdf(template, { furniture, drawings, head: [...markHead, 'Correction'], rows }, watch)
}
