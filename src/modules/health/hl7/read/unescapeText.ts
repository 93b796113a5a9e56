/** The five characters that MSH chooses. */
export interface Delimiters {
  readonly field: string
  readonly component: string
  readonly repetition: string
  readonly escape: string
  readonly subcomponent: string
}

/**
 * Text with its escape sequences read: delimiters, bytes in hexadecimal and line breaks. A sequence of another kind is
 * formatting and is left out; an escape character that begins no sequence is text. Source: HL7 v2.5.1, 2.7.
 */
export function unescapeText(text: string, delimiters: Delimiters): string {
  const mark = delimiters.escape
  if (!text.includes(mark)) return text
  let read = ''
  for (let at = 0; at < text.length; ) {
    const opens = text[at] === mark
    const end = opens ? text.indexOf(mark, at + 1) : -1
    const meant = end < 0 ? null : meaning(text.slice(at + 1, end), delimiters)
    read += meant ?? text[at]
    at = meant === null ? at + 1 : end + 1
  }
  return read
}

/** What a sequence stands for, or null when it is none: a Windows path in free text has the same character. */
function meaning(sequence: string, delimiters: Delimiters): string | null {
  const characters: Record<string, string> = {
    F: delimiters.field,
    S: delimiters.component,
    T: delimiters.subcomponent,
    R: delimiters.repetition,
    E: delimiters.escape,
  }
  const character = characters[sequence]
  if (character !== undefined) return character
  if (/^X([0-9A-Fa-f]{2})+$/.test(sequence)) return fromHexadecimal(sequence.slice(1))
  if (/^\.(br|sp[0-9]*|ce)$/.test(sequence)) return '\n'
  return /^(\.[a-z]{2}[+-]?[0-9]*|[HN]|[CMZ][0-9A-Za-z]*)$/.test(sequence) ? '' : null
}

function fromHexadecimal(digits: string): string {
  const bytes = Buffer.from(digits, 'hex')
  const utf8 = bytes.toString('utf8')
  const text = utf8.includes('\uFFFD') ? bytes.toString('latin1') : utf8
  return text.replaceAll('\0', '')
}
