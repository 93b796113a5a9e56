import { detectEncoding } from './detectEncoding.ts'

/** Why bytes could not be turned into text. */
export interface DecodeRefusal {
  readonly problem: 'unreadable' | 'too-large' | 'encoding' | 'empty'
  readonly sentence: string
  readonly cause?: unknown
}

/** What the decoder needs to know, and whom it tells of oddities that do not stop it. */
export interface DecodeOptions {
  readonly limitBytes: number
  readonly onNotice: (sentence: string) => void
  readonly refuse: (refusal: DecodeRefusal) => Error
}

const enoughToDetect = 512

async function* withoutFailure(source: AsyncIterable<Uint8Array>, options: DecodeOptions) {
  try {
    yield* source
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    throw options.refuse({ problem: 'unreadable', sentence: `The file could not be read (${words}).`, cause })
  }
}

async function* withinLimit(source: AsyncIterable<Uint8Array>, options: DecodeOptions) {
  let total = 0
  for await (const chunk of withoutFailure(source, options)) {
    total += chunk.byteLength
    if (total > options.limitBytes) {
      const sentence = `The file is larger than the limit of ${options.limitBytes} bytes; raise the limit or split it.`
      throw options.refuse({ problem: 'too-large', sentence })
    }
    yield chunk
  }
}

function openDecoder(head: Uint8Array, options: DecodeOptions): TextDecoder {
  const encoding = detectEncoding(head)
  if ('unsupported' in encoding) {
    const sentence = `The file is encoded as ${encoding.unsupported}; save it as UTF-8 and try again.`
    throw options.refuse({ problem: 'encoding', sentence })
  }
  if (encoding.notice) options.onNotice(encoding.notice)
  return new TextDecoder(encoding.label)
}

/**
 * Turns the bytes of a file into text, piece by piece. Bytes that are not valid in the encoding become U+FFFD, so that
 * one bad byte costs one value and not the file. Throws what `refuse` makes of a file that is empty, too large or in
 * an encoding that is not known.
 */
export async function* decodeBytes(source: AsyncIterable<Uint8Array>, options: DecodeOptions) {
  let head = new Uint8Array()
  let decoder: TextDecoder | undefined
  for await (const chunk of withinLimit(source, options)) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.byteLength < enoughToDetect) continue
    decoder = openDecoder(head, options)
    yield decoder.decode(head, { stream: true })
  }
  if (decoder) {
    yield decoder.decode()
    return
  }
  if (head.byteLength === 0) throw options.refuse({ problem: 'empty', sentence: 'The file is empty.' })
  yield openDecoder(head, options).decode(head)
}
