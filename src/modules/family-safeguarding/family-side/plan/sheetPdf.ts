import { authorityName, type Work } from '#platform/db'
import { renderPdf } from '#platform/print'
import { formatDate, formatDateTime } from '#ui'
import type { FamilySheet } from './readSheet.ts'
import { insteadOf } from './sheet.ts'
import { forWhom } from './sheetPage.ts'

const template = `#import "/kith.typ": *
#set text(size: data.size * 1pt)
#set par(leading: 0.55em, spacing: 0.7em)
#show heading.where(level: 2): set text(size: (data.size + 1) * 1pt)
#text(weight: "bold", data.forWhom)
#for part in data.parts [
  == #part.outcome
  #if part.lines.len() == 0 [#part.instead] else [
    #for line in part.lines [
      - #line.what. #strong(line.who), by #line.when.
    ]
  ]
]
#if data.more != "" [#data.more]
== #data.ask.at(0)
#data.ask.at(1)
`

/** One side of paper, tagged, for one person of the family. */
export async function sheetPdf(work: Work, view: FamilySheet, printedFor: string): Promise<Uint8Array> {
  const { open, sheet, recipient, childIds } = view
  const names = open.members
    .filter(({ person }) => childIds.includes(person.id))
    .map(({ person }) => person.displayName)
  return renderPdf(template, {
    furniture: {
      title: 'Our plan',
      subtitle: null,
      reference: open.family.reference,
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor,
      lang: 'en',
    },
    size: sheet.size,
    forWhom: recipient === null ? '' : `For ${recipient.displayName}, about ${names.join(', ')}`,
    parts: sheet.parts.map(part => ({
      outcome: `${part.outcome}${forWhom(view, part.childIds)}`,
      instead: insteadOf(part),
      lines: part.lines.map(line => ({
        what: `${line.what}${line.childIds.length === part.childIds.length ? '' : forWhom(view, line.childIds)}`,
        who: line.who,
        when: formatDate(line.by),
      })),
    })),
    more:
      sheet.left.length + sheet.leftOutcomes === 0
        ? ''
        : 'There is more in the whole plan of each child. Ask the person who works with you for it.',
    ask: [
      'If something is not right',
      'Tell the person who works with you. You can say that you do not agree. We write down what you say.',
    ],
  })
}
