import { createHash } from 'node:crypto'
import { renderPdf } from '#platform/print'
import { formatDate, formatDateTime } from '#ui'
import type { AuthorityContact } from './authorityContact.ts'
import type { Letter } from './readLetters.ts'
import { letterTemplate } from './templates.ts'

/** Everything that stands on a letter's pages, but when and for whom it was printed. */
export type Rendering = {
  readonly title: string
  readonly reference: string
  readonly authority: string
  readonly sender: readonly string[]
  readonly dated: string
  readonly recipient: readonly string[]
  readonly subject: string
  readonly text: string
  readonly enclosed: string | null
}

/** Lays out what is printed. @param authority whose letter it is */
export function renderLetter(
  { id, template, body }: Pick<Letter, 'id' | 'template' | 'body'>,
  authority: AuthorityContact,
): Rendering {
  const { address, dated } = body
  return {
    title: letterTemplate(template)?.name ?? 'Letter',
    reference: id.slice(-8).toUpperCase(),
    authority: authority.name,
    sender: authority.lines,
    dated: dated === null ? 'not dated yet' : formatDate(Temporal.PlainDate.from(dated)),
    recipient: [
      body.recipientName,
      ...(address === null ? [] : address.lines.split(/\s*[\n,]\s*/)),
      ...(address?.postcode ? [address.postcode] : []),
    ].filter(line => line.trim() !== ''),
    subject: body.subject,
    text: body.text,
    enclosed: body.enclosed,
  }
}

/** SHA-256 of the rendering: whoever releases a held letter releases this and nothing else. */
export const renderingHash = (rendering: Rendering): Buffer =>
  createHash('sha256').update(JSON.stringify(rendering)).digest()

/** Every word that the recipient will read, for the check of protected addresses. */
export const renderedText = (rendering: Rendering): string =>
  [
    rendering.title,
    ...rendering.sender,
    ...rendering.recipient,
    rendering.subject,
    rendering.text,
    rendering.enclosed ?? '',
  ].join('\n')

/** The print: name and address of the recipient, and on every page the reference and the beginning of the hash. */
export function printLetter(
  rendering: Rendering,
  printed: { readonly at: Temporal.Instant; readonly by: string; readonly isSent: boolean },
): Promise<Uint8Array> {
  const hash = renderingHash(rendering).toString('hex').slice(0, 8)
  return renderPdf(TYPST, {
    furniture: {
      title: rendering.title,
      subtitle: printed.isSent ? null : 'Not sent: for reading only',
      reference: `${rendering.reference}-${hash}`,
      authority: rendering.authority,
      printedAt: formatDateTime(printed.at),
      printedFor: printed.by,
      lang: 'en',
    },
    letter: rendering,
  })
}

const TYPST = `#import "/kith.typ": *
#let l = data.letter
#v(0.4cm)
#grid(columns: (1fr, auto),
  par(l.recipient.map(line => [#line]).join(linebreak())),
  par(l.sender.map(line => [#line]).join(linebreak())))
#v(0.4cm)
#par(l.dated)
#par(strong(l.subject))
#paragraphs(l.text)
#if l.enclosed != none {
  pagebreak()
  heading(level: 2, "Enclosed")
  paragraphs(l.enclosed)
}
`
