/** The text of a message and how it was read. */
export interface Decoded {
  readonly text: string
  readonly charset: 'utf-8' | 'iso-8859-1'
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
const latin1 = new TextDecoder('iso-8859-1') // the web's reading of it: windows-1252, which has the dashes people paste

/**
 * Bytes as text. Bytes that are valid UTF-8 are read so whatever MSH-18 says: trusts leave it at ASCII while names have
 * accents. Everything else is ISO-8859-1, in which every byte means something, so no message is lost for its letters.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { text: withoutNul(strictUtf8.decode(bytes)), charset: 'utf-8' }
  } catch {
    return { text: withoutNul(latin1.decode(bytes)), charset: 'iso-8859-1' }
  }
}

/** PostgreSQL keeps no NUL in a text, and no name has one: a message that could not be stored for it would be sent again for ever. */
const withoutNul = (text: string): string => text.replaceAll('\0', '')
