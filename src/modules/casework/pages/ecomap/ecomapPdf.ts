import type { Furniture, PrintWatch } from '#platform/print'
import { formatDate } from '#ui'
import type { Tie } from '../../queries/ecomapOf.ts'
import { drawingPdf } from '../frame/drawingPdf.ts'
import { ecomapDrawing, whatItIs } from './page.ts'
import { directionWords, strengthWords } from './words.ts'

/** The ecomap and its table on paper. */
export function ecomapPdf(
  name: string,
  ties: readonly Tie[],
  day: Temporal.PlainDate,
  furnished: { readonly furniture: Furniture; readonly watch: PrintWatch | undefined },
): Promise<Uint8Array> {
  const head = ['Who or what', 'What they are', 'The tie', 'Support', 'Remark', 'Said by']
  const rows = ties.map(({ said, ...tie }) => [
    tie.label,
    whatItIs(tie),
    said ? strengthWords[said.strength] : 'Not said',
    said ? directionWords[said.direction] : '',
    said?.remark ?? '',
    said ? `${said.author ?? 'Author not known'}, ${formatDate(said.notedOn)}` : '',
  ])
  return drawingPdf(ecomapDrawing(name, ties, day), { head, rows }, furnished)
}
