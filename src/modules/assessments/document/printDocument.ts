import { personSummaries } from '#modules/people'
import { authorityName, type Work } from '#platform/db'
import { renderPdf } from '#platform/print'
import { formatDateTime } from '#ui'
import type { DocumentPart } from './documentOf.ts'

const template = `#import "/kith.typ": *
#for part in data.parts {
  heading(level: 2, part.heading)
  if part.said.len() == 0 { par(none-said("Nothing recorded")) }
  for one in part.said {
    if one.label != none { heading(level: 3, one.label) }
    if one.text == none { par(none-said("Nothing recorded")) } else { paragraphs(one.text) }
  }
}
`

/** What a print is called and for whom it is. */
export type Printing = {
  readonly title: string
  readonly subtitle: string | null
  readonly reference: string
  readonly printedFor: string
  readonly parts: readonly DocumentPart[]
}

/** A document as tagged PDF, with the authority, the moment and the recipient on each page. */
export async function printDocument(work: Work, printing: Printing): Promise<Uint8Array> {
  return renderPdf(template, {
    parts: printing.parts,
    furniture: {
      title: printing.title,
      subtitle: printing.subtitle,
      reference: printing.reference,
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor: printing.printedFor,
      lang: 'en',
    },
  })
}

/** The authority's number of a child, or the start of the row's id where there is none. */
export async function referenceOf(
  work: Work,
  personId: Parameters<typeof personSummaries>[1][number],
): Promise<string> {
  const [person] = await personSummaries(work, [personId])
  return person?.laChildId ?? personId.slice(-12)
}
