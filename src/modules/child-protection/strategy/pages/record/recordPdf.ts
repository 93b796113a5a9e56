import { type PrintWatch, renderPdf } from '#platform/print'
import { formatDateTime } from '#ui'
import { actedWords, tookPart } from '../../../meeting/index.ts'
import { childName } from '../../../meeting/pages/openedMeeting.ts'
import {
  agencyList,
  attendedWords,
  contributionWords,
  inviteeWords,
  whenWords,
} from '../../../meeting/pages/words.ts'
import { decisionRows } from '../../../meeting/pages/workspace/decisionsHtml.ts'
import type { HeldDiscussion } from './recordPage.ts'

const template = `#import "/kith.typ": *
#facts(data.facts)
#for child in data.children [
  == #child.name
  #facts(child.rows)
]
== What was said
#if data.said.len() == 0 [#none-said("Nothing that goes into the record.")]
#for one in data.said [
  === #one.who, #one.at
  #paragraphs(one.words)
]
`

type Printed = { readonly authority: string; readonly printedAt: string; readonly printedFor: string }

/** The record of a strategy discussion on paper, for those who took part. What fewer may read is not in it. */
export function recordPdf(
  held: HeldDiscussion,
  printed: Printed,
  watch: PrintWatch | undefined,
): Promise<Uint8Array> {
  const { opened, decided, views, said } = held
  const { meeting, invitees, quorum } = opened
  const there = invitees.filter(tookPart)
  const furniture = {
    title: 'Record of a strategy discussion',
    subtitle: whenWords(meeting),
    reference: meeting.id.slice(-8),
    lang: 'en',
    ...printed,
  }
  const exception =
    meeting.quorumException === null
      ? []
      : [['Held without a quorum', `Without ${agencyList(quorum.absent)}. ${meeting.quorumException}`]]
  const facts = [
    ['Why it was called', meeting.reason],
    ...(meeting.actedAt === null
      ? []
      : [['Acted first', `${formatDateTime(meeting.actedAt)}: ${actedWords(meeting)}`]]),
    ['Chair', meeting.chairName ?? 'Not recorded'],
    [
      'Took part',
      there
        .map(
          one =>
            `${inviteeWords(one)} (${one.attended === null ? '' : attendedWords[one.attended].toLowerCase()})`,
        )
        .join('; '),
    ],
    ...exception,
  ]
  const children = decided.map(one => ({
    name: childName(opened, one.personId),
    rows: decisionRows(invitees, one, views),
  }))
  const entries = said.map(one => {
    const whose = invitees.find(({ id }) => id === one.inviteeId)
    const who =
      whose === undefined ? `Children’s social care: ${one.madeByName ?? 'somebody'}` : inviteeWords(whose)
    const corrected = one.correctsId === null ? '' : 'Correction: '
    return {
      who,
      at: formatDateTime(one.saidAt),
      words: `${corrected}${contributionWords[one.kind]}: ${one.said}`,
    }
  })
  return renderPdf(template, { furniture, facts, children, said: entries }, watch)
}
