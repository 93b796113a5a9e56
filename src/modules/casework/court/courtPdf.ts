import { type Furniture, type PrintWatch, renderPdf } from '#platform/print'
import { formatDate } from '#ui'
import type { PrintedLine } from './courtLines.ts'
import type { CourtChronology } from './readCourt.ts'

/** Columns that courts and conferences ask for. The header row stands on every page; so does the reference, by the layout. */
const template = `#import "/kith.typ": *
#set page(flipped: true)
#set text(size: 9pt)
#facts(data.facts)
#table(columns: (2.2cm, 3fr, 1.4fr, 1.7fr, 1.7fr),
  table.header([Date], [Event, and who said so], [Source], [Impact on the child], [Action or response]),
  ..data.rows.flatten())
`

/** What the print shows; names of children stand here, never in the template. */
export function courtPrint(
  court: CourtChronology,
  lines: readonly PrintedLine[],
  names: readonly string[],
  furniture: Furniture,
): Readonly<Record<string, unknown>> & { readonly furniture: Furniture } {
  const facts: [string, string][] = [
    ['Children', names.join(', ')],
    ['Period', `${formatDate(court.fromOn)} to ${formatDate(court.untilOn)}`],
    ...(court.court ? [['Court', court.court] as [string, string]] : []),
    ...(court.caseNumber ? [['Case number', court.caseNumber] as [string, string]] : []),
    ['Status', court.issuedOn ? `Issue ${court.issue}, ${formatDate(court.issuedOn)}` : 'Draft, not issued'],
  ]
  const event = (line: PrintedLine): string =>
    [line, ...line.merged]
      .map(one => `${one.event}${one.saidBy ? ` (said by ${one.saidBy})` : ''}`)
      .join('\n')
  const rows = lines.map(line => [
    formatDate(line.on),
    event(line),
    line.isOtherAgency ? `${line.source} (other agency)` : line.source,
    line.impact ?? '',
    line.action ?? '',
  ])
  return { furniture, facts, rows }
}

/** The chronology as a tagged PDF. */
export const courtPdf = (data: ReturnType<typeof courtPrint>, watch?: PrintWatch): Promise<Uint8Array> =>
  renderPdf(template, data, watch)
