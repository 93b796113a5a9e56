import { authorityName, type Work } from '#platform/db'
import { renderPdf } from '#platform/print'
import { formatDateTime } from '#ui'
import type { DraftPart } from './draft.ts'

const template = `#import "/kith.typ": *
#if data.parts.len() == 0 { par(none-said("Nothing is written yet.")) }
#for part in data.parts {
  heading(level: 2, part.heading)
  for section in part.sections {
    heading(level: 3, section.heading)
    for fact in section.facts { par(fact) }
    if section.pieces.len() == 0 and section.none != "" { par(none-said(section.none)) }
    for piece in section.pieces { par(none-said(piece.from)); paragraphs(piece.words) }
  }
}
`

/** What a print of a draft is called, and from whose workbook it is. */
export type DraftPrint = {
  readonly title: string
  readonly reference: string
  readonly printedFor: string
  readonly parts: readonly DraftPart[]
}

/** A composed draft as tagged PDF, with the family's number, the moment and the reader on each page. */
export async function draftPdf(work: Work, { title, reference, printedFor, parts }: DraftPrint) {
  return renderPdf(template, {
    parts,
    furniture: {
      title,
      subtitle: 'A draft from the team’s workbook: not for the family, and not authorised.',
      reference: `Family ${reference}`,
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor,
      lang: 'en',
    },
  })
}
