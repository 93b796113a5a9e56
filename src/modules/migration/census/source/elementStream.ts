import { SaxesParser } from 'saxes'
import { CensusReadError, type CensusReadProblem } from '../censusReadError.ts'
import type { CensusLimits } from '../limits.ts'
import { ElementBuilder, type ElementSink } from './elementBuilder.ts'

const pieceCharacters = 65_536

type Refuse = (problem: CensusReadProblem, sentence: string, cause?: unknown) => never

/** A parser that is fed text and hands whole children to a sink. */
export interface ElementStream {
  /** Takes any length of text. Calls `afterPiece` often enough that finished children never pile up. */
  readonly write: (text: string) => Generator<void, void, undefined>
  readonly close: () => void
  /** Makes the error for a problem at the place reached. */
  readonly errorHere: (problem: CensusReadProblem, sentence: string, cause?: unknown) => CensusReadError
}

/**
 * Joins the XML parser to the element builder. `write` pauses after every 65,536 characters. Everything thrown is a
 * CensusReadError: for a document type, a NUL character, markup that is not well formed, or a limit reached.
 */
export function openElementStream(
  limits: CensusLimits,
  sink: Omit<ElementSink, 'refuse'>,
  childrenRead: () => number,
): ElementStream {
  // Namespace checks stay off: a prefix that nobody declared says nothing against the census inside.
  const parser = new SaxesParser({ xmlns: false, position: true })
  const errorHere: ElementStream['errorHere'] = (problem, sentence, cause) => {
    const position = { line: parser.line, column: parser.column + 1, childrenRead: childrenRead() }
    return new CensusReadError(problem, sentence, position, cause)
  }
  const refuse: Refuse = (problem, sentence, cause) => {
    throw errorHere(problem, sentence, cause)
  }
  const builder = new ElementBuilder({ ...sink, refuse }, limits)
  const lastEventAt = listen(parser, builder, refuse)
  let isClosing = false
  let hasBegun = false
  parser.on('error', error => refuse(...describe(error, isClosing)))
  const checkToken = () => {
    if (parser.position - lastEventAt() <= limits.tokenCharacters) return
    refuse('too-long', `A tag, comment or text is longer than ${limits.tokenCharacters} characters.`)
  }
  return {
    *write(whole) {
      const text = hasBegun ? whole : withoutLeadingBlank(parser, whole)
      hasBegun ||= text !== ''
      for (let at = 0; at < text.length; at += pieceCharacters) {
        writePiece(parser, text.slice(at, at + pieceCharacters), refuse)
        checkToken()
        yield
      }
    },
    close() {
      isClosing = true
      parser.close()
    },
    errorHere,
  }
}

function listen(parser: SaxesParser, builder: ElementBuilder, refuse: Refuse): () => number {
  let lastEvent = 0
  const mark = () => {
    lastEvent = parser.position
  }
  parser.on('doctype', () =>
    refuse('doctype', 'The file has a DOCTYPE, which could define entities; remove it and try again.'),
  )
  parser.on('attribute', ({ name, value }) => {
    mark()
    builder.attribute(name, value, parser.line)
  })
  parser.on('opentag', ({ name }) => {
    mark()
    builder.openTag(name, parser.line)
  })
  parser.on('closetag', () => {
    mark()
    builder.closeTag(parser.line)
  })
  const text = (value: string) => {
    mark()
    builder.text(value, parser.line)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', mark)
  parser.on('processinginstruction', mark)
  return () => lastEvent
}

/** XML allows nothing before its declaration; blank lines there harm nobody and come with files sent by hand. */
function withoutLeadingBlank(parser: SaxesParser, text: string): string {
  const rest = text.trimStart()
  parser.line += text.slice(0, text.length - rest.length).split('\n').length - 1
  return rest
}

function writePiece(parser: SaxesParser, piece: string, refuse: Refuse): void {
  const nul = piece.indexOf('\0')
  if (nul < 0) {
    parser.write(piece)
    return
  }
  parser.write(piece.slice(0, nul))
  refuse(
    'nul-character',
    'The file holds a NUL character, so it is damaged or not text; send it again from its source.',
  )
}

/** Parser messages read `line:column: words`; the place is said in our own sentence. */
function describe(error: Error, isClosing: boolean): [CensusReadProblem, string, unknown] {
  const words = error.message.replace(/^[^ ]*\d+:\d+: /, '').replace(/\.$/, '')
  if (words.startsWith('document must contain')) return ['empty', 'The file holds no XML element.', error]
  if (isClosing) return ['truncated', `The file ends too soon (${words}); it was cut off on its way.`, error]
  return ['malformed', `The file is not well-formed XML (${words}).`, error]
}
