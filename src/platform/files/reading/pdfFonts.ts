import { nameIn, type PdfFile } from './pdfFile.ts'
import {
  isDict,
  isName,
  isRef,
  isString,
  isWord,
  type PdfDict,
  PdfReader,
  type PdfValue,
} from './pdfValues.ts'

/** Turns what a page shows into characters; null for a code that the typeface does not explain. */
export type PdfFont = { readonly width: 1 | 2; readonly letter: (code: number) => string | null }

const NAMED: Readonly<Record<string, string>> = {
  space: ' ', zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9',
  period: '.', comma: ',', hyphen: '-', minus: '-', colon: ':', semicolon: ';', slash: '/', at: '@', underscore: '_', quotesingle: "'",
  quoteright: '’', quoteleft: '‘', quotedblleft: '“', quotedblright: '”', quotedbl: '"', parenleft: '(', parenright: ')', ampersand: '&',
  endash: '–', emdash: '—', bullet: '•', sterling: '£', fi: 'fi', fl: 'fl', ff: 'ff', ffi: 'ffi', ffl: 'ffl', exclam: '!', question: '?',
  percent: '%', plus: '+', equal: '=', asterisk: '*', numbersign: '#', ellipsis: '…', eacute: 'é', nbspace: ' ', sfthyphen: '-',
} // biome-ignore format: a table

/** A page's typeface. @returns null where nothing says which characters its codes are */
export function readFont(file: PdfFile, font: PdfDict): PdfFont | null {
  const isWide = nameIn(font, 'Subtype') === 'Type0'
  const map = font.get('ToUnicode')
  const said = isRef(map) ? readMap(file.content(file.objects.get(map.ref))) : null
  const plain = isWide ? null : plainLetters(file, font)
  if (said === null && plain === null) return null
  const width = isWide ? (said?.width ?? 2) : 1
  return { width, letter: code => said?.letters.get(code) ?? plain?.(code) ?? null }
}

const win = new TextDecoder('windows-1252')
const mac = new TextDecoder('macintosh')

/** Letters of a typeface of one byte a letter: by the encoding that it names, and what it names otherwise (9.6.6). */
function plainLetters(file: PdfFile, font: PdfDict): ((code: number) => string | null) | null {
  const encoding = file.follow(font.get('Encoding'))
  const named = isName(encoding) ? encoding.name : nameIn(encoding, 'BaseEncoding')
  const differences = isDict(encoding) ? file.list(encoding.get('Differences')) : []
  if (named === null && differences.length === 0 && !isStandard(font)) return null
  const base = named === 'MacRomanEncoding' ? mac : win
  const own = new Map<number, string | null>()
  let code = 0
  for (const one of differences)
    if (typeof one === 'number') code = one
    else if (isName(one)) own.set(code++, glyph(one.name))
  return wanted => {
    const letter = own.get(wanted)
    return letter === undefined ? base.decode(Uint8Array.of(wanted)) : letter
  }
}

const isStandard = (font: PdfDict): boolean =>
  /^(Helvetica|Times|Courier|Arial)/.test(nameIn(font, 'BaseFont') ?? '') &&
  font.get('FontDescriptor') === undefined

function glyph(name: string): string | null {
  const [plain = ''] = name.split('.')
  if (/^[A-Za-z]$/.test(plain)) return plain
  const code = /^uni([0-9A-F]{4})$|^u([0-9A-F]{4,6})$/.exec(plain)
  if (code !== null)
    return String.fromCodePoint(Math.min(Number.parseInt(code[1] ?? code[2] ?? '', 16), 0x10ffff))
  return Object.hasOwn(NAMED, plain) ? (NAMED[plain] ?? null) : null
}

type CodeMap = { readonly width: 1 | 2; readonly letters: ReadonlyMap<number, string> }
const MOST_CODES = 65_536

/** A typeface's own map of codes to characters (9.10.3). */
function readMap(content: string): CodeMap | null {
  const letters = new Map<number, string>()
  let width: 1 | 2 = 2
  let stack: PdfValue[] = []
  const reader = new PdfReader(content)
  for (let value = reader.next(); value !== undefined; value = reader.next()) {
    if (!isWord(value)) {
      stack.push(value)
      continue
    }
    if (value.word === 'endcodespacerange' && isString(stack[0])) width = stack[0].bytes.length === 1 ? 1 : 2
    if (value.word === 'endbfchar') addPairs(letters, stack)
    if (value.word === 'endbfrange') addRanges(letters, stack)
    stack = []
  }
  return letters.size === 0 ? null : { width, letters }
}

const codeOf = (value: PdfValue | undefined): number =>
  isString(value) ? Number.parseInt(Buffer.from(value.bytes, 'latin1').toString('hex') || '0', 16) : -1
const wide = (bytes: string): string => {
  const raw = Buffer.from(bytes.length % 2 ? `\0${bytes}` : bytes, 'latin1')
  return raw.swap16().toString('utf16le')
}

function addPairs(letters: Map<number, string>, stack: readonly PdfValue[]): void {
  for (let at = 0; at + 1 < stack.length; at += 2) {
    const to = stack[at + 1]
    if (isString(to)) letters.set(codeOf(stack[at]), wide(to.bytes))
  }
}

function addRanges(letters: Map<number, string>, stack: readonly PdfValue[]): void {
  for (let at = 0; at + 2 < stack.length; at += 3) {
    const [first, last, to] = [codeOf(stack[at]), codeOf(stack[at + 1]), stack[at + 2]]
    for (let code = first; code <= last && letters.size < MOST_CODES; code += 1) {
      const one = Array.isArray(to) ? to[code - first] : to
      if (!isString(one)) continue
      letters.set(code, Array.isArray(to) ? wide(one.bytes) : shifted(wide(one.bytes), code - first))
    }
  }
}

/** The last character moves on with the code. */
const shifted = (text: string, by: number): string =>
  by === 0 ? text : text.slice(0, -1) + String.fromCharCode((text.charCodeAt(text.length - 1) + by) & 0xffff)
