/** Encodings in which school systems write; UTF-8 where a file names none. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

/** The text of an XML file by its mark or its declaration; null when it is in none that is read, or is not what it says. */
export function decodeXml(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const encoding = marked ?? encodings[declared(bytes)]
  if (encoding === undefined) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // not what it says
  }
}

function declared(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const [, name = 'utf-8'] =
    /^\W*xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(start.replace(/^\W*<\?/, '')) ?? []
  return name.toLowerCase()
}
