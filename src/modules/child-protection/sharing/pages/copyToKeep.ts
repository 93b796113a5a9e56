import { type PrintWatch, renderPdf } from '#platform/print'
import { formatDate } from '#ui'
import { type CopyContent, copyHash } from '../rules/copyContent.ts'
import { packTemplate, printed } from './copyPack.ts'

const LARGE = 18

/**
 * A given copy as its reader keeps it: the words, pictures and lines of the pack, from the copy alone. Neither its pages nor its
 * metadata tell whose it is, by which authority, or when it was fetched.
 * @returns what makes it, to be called when no transaction is open
 */
export function copyToKeep(
  content: CopyContent,
  { isLarge, today }: { readonly isLarge: boolean; readonly today: Temporal.PlainDate },
): (watch?: PrintWatch) => Promise<Uint8Array> {
  const laidOut = printed(content)
  const data = {
    furniture: {
      title: content.title,
      subtitle: null,
      reference: copyHash(content).toString('hex').slice(0, 8).toUpperCase(),
      authority: 'Messages',
      printedAt: formatDate(today),
      printedFor: 'you',
      lang: 'en',
    },
    forWhom: 'For you',
    ...laidOut,
    size: isLarge ? Math.max(LARGE, laidOut.size) : laidOut.size,
  }
  return watch => renderPdf(keptTemplate, data, watch)
}

/** As the pack, but for what a file tells before it is opened. */
const keptTemplate = packTemplate.replace(
  '#import "/kith.typ": *',
  '#import "/kith.typ": *\n#set document(title: "Something to read", author: (), date: none)',
)
