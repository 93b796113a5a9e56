/** What the bytes of a file are to be read as, and anything odd about how the file says so. */
export type DetectedEncoding =
  | { readonly label: string; readonly notice?: string }
  | { readonly unsupported: string }

const readableAs: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
])

const startsWith = (bytes: Uint8Array, ...expected: readonly number[]) =>
  expected.every((byte, index) => bytes[index] === byte)

function byMarkOrShape(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0x3c, 0x00)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0x00, 0x3c)) return 'utf-16be'
  return undefined
}

/**
 * Decides the encoding from the first bytes of a file (a few hundred are enough): a byte order mark wins, then the
 * XML declaration, then UTF-8 (XML 1.0, appendix F).
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const certain = byMarkOrShape(head)
  if (certain) return { label: certain }
  const start = new TextDecoder('windows-1252').decode(head.subarray(0, 512))
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]
  if (!declared) return { label: 'utf-8' }
  const label = readableAs.get(declared.toLowerCase())
  if (label) return { label }
  // A string writer declares UTF-16 and the text is then saved as UTF-8: the bytes themselves show it.
  if (/^utf-16/i.test(declared)) {
    return { label: 'utf-8', notice: `The file says it is ${declared} but is not; it was read as UTF-8.` }
  }
  return { unsupported: declared }
}
