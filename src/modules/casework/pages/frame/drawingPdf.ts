import { type Furniture, type PrintWatch, renderPdf } from '#platform/print'
import { drawingFile, type Figure } from '#ui'

const template = `#import "/kith.typ": *
#set page(flipped: true)
#layout(size => image(bytes(data.drawing), format: "svg", alt: data.alt,
  width: calc.min(size.width, data.width * 0.75pt), height: calc.min(size.height - 2cm, data.height * 0.75pt), fit: "contain"))
== In words
#table(columns: data.head.map(_ => 1fr), table.header(..data.head), ..data.rows.flatten())
`

/** A drawing and the table behind it on paper. */
export function drawingPdf(
  figure: Figure,
  table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] },
  { furniture, watch }: { readonly furniture: Furniture; readonly watch: PrintWatch | undefined },
): Promise<Uint8Array> {
  const { width, height, description: alt } = figure
  return renderPdf(template, { furniture, drawing: drawingFile(figure), alt, width, height, ...table }, watch)
}
