import type { FileWords } from './fileWords.ts'
import { readOffice } from './readOffice.ts'
import { readPdf } from './readPdf.ts'

/** So many characters are read: a report of a thousand pages has less. */
const MOST = 3_000_000

/** Reads the words of a stored file, to look for what must not be told. Pictures are not read: there is no one here who sees. */
export function readWords(mediaType: string, bytes: Uint8Array): FileWords {
  const read = wordsOf(mediaType, bytes)
  const words = read.words.replaceAll('\0', ' ')
  return words.length > MOST ? { words: words.slice(0, MOST), unread: 'too_long' } : { ...read, words }
}

function wordsOf(mediaType: string, bytes: Uint8Array): FileWords {
  if (mediaType.startsWith('image/')) return { words: '', unread: 'picture' }
  try {
    if (mediaType === 'application/pdf') return readPdf(bytes)
    if (mediaType === 'text/plain') return { words: plainText(bytes), unread: null }
    return readOffice(bytes)
  } catch {
    return { words: '', unread: 'broken' } // whatever is wrong with it: what it says is not known
  }
}

function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
