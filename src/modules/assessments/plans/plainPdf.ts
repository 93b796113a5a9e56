import { authorityName, type Work } from '#platform/db'
import { renderPdf } from '#platform/print'
import { formatDate, formatDateTime } from '#ui'
import { insteadOfLines, type PlainView } from './plainView.ts'

const template = `#import "/kith.typ": *
#set text(size: data.size * 1pt)
#text(weight: "bold", data.forWhom)
#for part in data.parts [
  == #part.outcome
  #if part.lines.len() == 0 [#part.instead] else [
    #for line in part.lines [
      - #line.what. #strong(line.who), by #line.when.
    ]
  ]
]
== #data.ask.at(0)
#data.ask.at(1)
`

const ROOMY = 14 // lines that fit one side in large letters

/** One side of paper for one person of the family, without what this copy leaves out. */
export async function plainPdf(work: Work, view: PlainView, printedFor: string): Promise<Uint8Array> {
  const parts = view.parts.map(part => ({
    outcome: part.outcome,
    instead: insteadOfLines(part),
    lines: part.lines
      .filter(({ actionId }) => !view.leftOut.has(actionId))
      .map(line => ({ what: line.what.replace(/\.$/, ''), who: line.who, when: formatDate(line.byWhen) })),
  }))
  const length = parts.reduce((sum, { lines }) => sum + 2 + Math.max(1, lines.length), 0)
  return renderPdf(template, {
    furniture: {
      title: 'Our plan',
      subtitle: `Child in need plan from ${formatDate(view.plan?.startedOn ?? work.today)}`,
      reference: view.frame.identity.identifiers.find(({ kind }) => kind === 'la_child_id')?.value ?? '',
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor,
      lang: 'en',
    },
    size: length <= ROOMY ? 13 : length <= 2 * ROOMY ? 10 : 8,
    forWhom: view.recipient
      ? `For ${view.recipient.displayName}, about ${view.frame.identity.displayName}`
      : '',
    parts,
    ask: [
      'If something is not right',
      'Tell the person who works with you. You can say that you do not agree. We write down what you say.',
    ],
  })
}
