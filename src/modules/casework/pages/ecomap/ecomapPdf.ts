import { type Furniture, renderPdf } from '#platform/print'
import { drawingFile, formatDate } from '#ui'
import type { Tie } from '../../queries/ecomapOf.ts'
import { ecomapDrawing } from './page.ts'
import { directionWords, kindWords, strengthWords } from './words.ts'

const template = `#import "/kith.typ": *
#set page(flipped: true)
#layout(size => image(bytes(data.drawing), format: "svg", alt: data.alt,
  width: calc.min(size.width, data.width * 0.75pt), height: calc.min(size.height - 2cm, data.height * 0.75pt), fit: "contain"))
== In words
#table(columns: (2fr, 1.5fr, 1fr, 1fr, 2fr, 1.5fr),
  table.header([Who or what], [What they are], [The tie], [Support], [Remark], [Said by]),
  ..data.rows.flatten())
`

/** The ecomap and its table on paper. */
export function ecomapPdf(
  name: string,
  ties: readonly Tie[],
  day: Temporal.PlainDate,
  furniture: Furniture,
): Uint8Array {
  const figure = ecomapDrawing(name, ties, day)
  const rows = ties.map(({ label, role, kind, said }) => [
    label,
    role ?? kindWords[kind],
    said ? strengthWords[said.strength] : 'Not said',
    said ? directionWords[said.direction] : '',
    said?.remark ?? '',
    said ? `${said.author ?? 'Author not known'}, ${formatDate(said.notedOn)}` : '',
  ])
  const { width, height, description: alt } = figure
  return renderPdf(template, { furniture, drawing: drawingFile(figure), alt, width, height, rows })
}
