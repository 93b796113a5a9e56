import { inflateSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import { readPdf } from '../../src/platform/files/reading/readPdf.ts'

/** Everything that an answer carries: its headers, its body and, of a PDF, its words and all that is packed in it, metadata too. */
export function wholeAnswer({ headers, body, rawPayload }: LightMyRequestResponse): string {
  const texts = [JSON.stringify(headers), body]
  if (body.startsWith('%PDF-')) {
    const { words } = readPdf(rawPayload)
    texts.push(words, words.replaceAll(/\s+/g, ' '), ...unpacked(rawPayload))
  }
  return texts.join('\n')
}

function* unpacked(bytes: Buffer): Generator<string> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    try {
      yield inflateSync(bytes.subarray(at + (bytes[at + 6] === 13 ? 8 : 7))).toString('latin1')
    } catch {
      // the end of a stream, or one that is not deflated and stands in the body as it is
    }
  }
}
