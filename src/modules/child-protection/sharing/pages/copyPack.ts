import { authorityName, type Work } from '#platform/db'
import { type PrintWatch, renderPdf } from '#platform/print'
import { formatDate, formatDateTime } from '#ui'
import type { Copy } from '../queries/readCopies.ts'
import type { CopyContent } from '../rules/copyContent.ts'
import { pictureWords } from '../rules/pictures.ts'
import { pictureSvg } from './pictureSvg.ts'

/** The print of a copy, in Typst. */
export const packTemplate = `#import "/kith.typ": *
#set text(size: data.size * 1pt)
#par(strong(data.forWhom))
#if data.meeting != none { par(data.meeting) }
#for part in data.parts {
  heading(level: 2, part.heading)
  if part.source != none { par(emph(part.source)) }
  if part.pairs.len() > 0 {
    for one in part.pairs { grid(columns: (1.6cm, 1fr), gutter: 0.4cm, align: horizon, image(bytes(one.svg), format: "svg", width: 1.4cm, alt: one.alt), par(one.words)) }
  } else { paragraphs(part.words) }
  if part.translation != none { block(inset: (left: 0.5cm), { set text(lang: data.lang); par(strong(part.translation.heading)); paragraphs(part.translation.words) }) }
}
#for group in data.groups {
  heading(level: 2, group.heading)
  for line in group.lines { par([#line.number. #line.what #strong(line.who)#if line.when != none [, by #line.when]]) }
}
#if data.ring != none { heading(level: 2, "Questions?"); par(data.ring) }
#if data.isPlan { par[I have read this: #h(0.4em) ☐ yes, I understand it #h(0.8em) ☐ no, please explain it to me] }
`

/** A copy as a tagged print of its own: whose it is and the mark of its words stand on every page. @returns what makes it */
export async function copyPack(work: Work, copy: Copy): Promise<(watch?: PrintWatch) => Promise<Uint8Array>> {
  const { content } = copy
  const data = {
    furniture: {
      title: content.title,
      subtitle: copy.status === 'approved' ? 'Not given yet' : null,
      reference: `${copy.id.slice(-8).toUpperCase()}-${copy.hash.toString('hex').slice(0, 8)}`,
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor: copy.name,
      lang: 'en',
    },
    forWhom: `For ${copy.name}`,
    ...printed(content),
  }
  return watch => renderPdf(packTemplate, data, watch)
}

const groups = {
  asked_of_you: 'What is asked of me',
  promised_to_you: 'What was promised to me',
  others: 'What others do',
} as const
const sizes = { plain: 11, large: 18, easy_read: 16 } as const
/** Lines that one side holds in the usual size: a longer plan is set smaller, never below 8 points. */
const ONE_SIDE = 22

/** What of a copy is printed, laid out for its style. */
export function printed(content: CopyContent) {
  const isPlan = content.planLines.length > 0
  const length = content.planLines.length + 3 * content.parts.length
  const usual = sizes[content.style]
  return {
    size:
      isPlan && content.style === 'plain'
        ? Math.max(8, Math.min(usual, Math.floor((usual * ONE_SIDE) / Math.max(length, 1))))
        : usual,
    lang: content.lang,
    isPlan,
    meeting:
      content.meeting === null
        ? null
        : `Your meeting is on ${formatDateTime(Temporal.Instant.from(content.meeting.at))}.`,
    parts: content.parts.map(part => ({
      heading: `${part.number}. ${part.heading}`,
      source: part.source,
      words: part.words,
      translation: part.translation,
      pairs:
        content.style === 'easy_read'
          ? part.pairs.map(({ words, picture }) => ({
              words,
              svg: pictureSvg(picture, 64),
              alt: pictureWords[picture],
            }))
          : [],
    })),
    groups: (['asked_of_you', 'promised_to_you', 'others'] as const).flatMap(whose => {
      const lines = content.planLines.filter(line => line.whose === whose)
      if (lines.length === 0) return []
      return [
        {
          heading: groups[whose],
          lines: lines.map(({ number, what, who, byWhen }) => ({
            number: `${number}`,
            what,
            who,
            when: byWhen === null ? null : formatDate(Temporal.PlainDate.from(byWhen)),
          })),
        },
      ]
    }),
    ring:
      content.whoToRing === null
        ? null
        : [content.whoToRing.name, content.whoToRing.role, content.whoToRing.telephone]
            .filter(Boolean)
            .join(', '),
  }
}
