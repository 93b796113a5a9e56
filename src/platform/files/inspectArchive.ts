import { inflateRawSync } from 'node:zlib'
import type { MediaType } from './mediaTypes.ts'

/** What an archive turned out to be. */
export type Archive =
  | { readonly kind: 'document'; readonly mediaType: MediaType }
  | { readonly kind: 'other' | 'bomb' | 'macros' | 'locked' | 'broken' }

type Entry = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: number
  readonly at: number
}

const MOST_ENTRIES = 2_000
/** Unpacked together: a long report with pictures has a tenth of it. */
const MOST_BYTES = 150_000_000
const ODT = 'application/vnd.oasis.opendocument.text'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Looks into a zip archive for a text document of Word or OpenDocument. Every part is unpacked once, against a limit for
 * all of them together: what the archive says of their sizes is not believed.
 */
export function inspectArchive(bytes: Buffer): Archive {
  const entries = entriesOf(bytes)
  if (entries === 'bomb') return { kind: 'bomb' }
  if (entries === null || entries.length === 0) return { kind: 'broken' }
  if (entries.some(({ flags }) => (flags & 1) === 1)) return { kind: 'locked' }
  let left = MOST_BYTES
  let first: Buffer | null = null
  for (const entry of entries) {
    const part = unpack(bytes, entry, left)
    if (part === 'bomb' || part === 'broken') return { kind: part }
    first ??= part
    left -= part.length
  }
  const names = new Set(entries.map(({ name }) => name))
  if ([...names].some(name => /vbaProject\.bin$|^Basic\/|^Scripts\//i.test(name))) return { kind: 'macros' }
  if (names.has('[Content_Types].xml') && names.has('word/document.xml'))
    return { kind: 'document', mediaType: DOCX }
  const isOdt = entries[0]?.name === 'mimetype' && first?.toString('latin1').trim() === ODT
  return isOdt && names.has('content.xml') ? { kind: 'document', mediaType: ODT } : { kind: 'other' }
}

/** Unpacked together, of what is read as text. */
const MOST_TEXT = 60_000_000

/**
 * The parts of an archive that passed `inspectArchive`; `content` is null for those that are not wanted.
 * @returns null when a part cannot be unpacked, or all of them are too much
 */
export function archiveParts(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
): readonly { readonly name: string; readonly content: Buffer | null }[] | null {
  const entries = entriesOf(bytes)
  if (entries === 'bomb' || entries === null || entries.some(({ flags }) => (flags & 1) === 1)) return null
  let left = MOST_TEXT
  const parts: { readonly name: string; readonly content: Buffer | null }[] = []
  for (const entry of entries) {
    const content = isWanted(entry.name) ? unpack(bytes, entry, left) : null
    if (content === 'bomb' || content === 'broken') return null
    left -= content?.length ?? 0
    parts.push({ name: entry.name, content })
  }
  return parts
}

/** The central directory (APPNOTE 4.3.12 and 4.3.16), which must end the file. */
function entriesOf(bytes: Buffer): readonly Entry[] | 'bomb' | null {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length || end + 22 + bytes.readUInt16LE(end + 20) !== bytes.length)
    return null
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return 'bomb'
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, entry: Entry, left: number): Buffer | 'bomb' | 'broken' {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== 0x04034b50) return 'broken'
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  if (from + entry.packed > bytes.length) return 'broken'
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method === 0) return packed.length > left ? 'bomb' : packed
  if (entry.method !== 8) return 'broken'
  if (left < 1) return 'bomb'
  try {
    return inflateRawSync(packed, { maxOutputLength: left })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken'
  }
}
