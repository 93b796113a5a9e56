/** Values of PDF's own language (ISO 32000-1, 7.3). Strings keep their bytes, one character each. */
export type PdfValue = number | boolean | null | PdfName | PdfString | PdfRef | PdfWord | PdfList | PdfDict
export type PdfList = readonly PdfValue[]
export type PdfDict = ReadonlyMap<string, PdfValue>
export type PdfName = { readonly name: string }
export type PdfString = { readonly bytes: string }
export type PdfRef = { readonly ref: number }
/** An operator of a page, or a word such as "stream". */
export type PdfWord = { readonly word: string }

const has = <K extends string>(value: PdfValue | undefined, key: K): value is PdfValue & Record<K, never> =>
  typeof value === 'object' && value !== null && key in value
export const isName = (value: PdfValue | undefined): value is PdfName => has(value, 'name')
export const isString = (value: PdfValue | undefined): value is PdfString => has(value, 'bytes')
export const isRef = (value: PdfValue | undefined): value is PdfRef => has(value, 'ref')
export const isWord = (value: PdfValue | undefined): value is PdfWord => has(value, 'word')
export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map
export const isList = (value: PdfValue | undefined): value is PdfList => Array.isArray(value)

const MOST_DEEP = 60

/** Reads values one after another out of a file or a page's content, one character a byte. */
export class PdfReader {
  readonly text: string
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** @returns the next value, or undefined at the end; a bracket that closes nothing is a word */
  next(deep = 0): PdfValue | undefined {
    this.skip()
    if (this.at >= this.text.length || deep > MOST_DEEP) return undefined
    const two = this.text.substr(this.at, 2)
    if (two === '<<') return this.dict(deep)
    const one = two[0]
    if (one === '<') return this.hex()
    if (one === '(') return this.literal()
    if (one === '/') return this.name()
    if (one === '[') return this.list(deep)
    return this.reference() ?? this.number() ?? this.word(two)
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found !== null) this.at = pattern.lastIndex
    return found
  }

  private skip(): void {
    this.take(/(?:[\0\t\n\f\r ]|%[^\r\n]*)+/y)
  }

  private reference(): PdfRef | null {
    const found = this.take(/(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9*'"])/y)
    return found === null ? null : { ref: Number(found[1]) }
  }

  private number(): number | null {
    const found = this.take(/[+-]*(?:\d+\.?\d*|\.\d+)/y)
    return found === null ? null : Number(found[0].replace(/^[+-]*(?=[+-])/, ''))
  }

  private word(two: string): PdfValue {
    const found = this.take(/[^\0\t\n\f\r ()<>[\]{}/%]+/y)
    const word = found?.[0] ?? (two === '>>' ? '>>' : two.slice(0, 1))
    if (found === null) this.at += word.length
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { word }
  }

  private name(): PdfName {
    const [written = ''] = this.take(/\/[^\0\t\n\f\r ()<>[\]{}/%]*/y) ?? []
    const said = written.slice(1)
    return {
      name: said.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    }
  }

  private hex(): PdfString {
    const [written = ''] = this.take(/<[^>]*>?/y) ?? []
    const digits = written.replace(/[^0-9A-Fa-f]/g, '')
    return { bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1') }
  }

  private literal(): PdfString {
    let depth = 0
    let bytes = ''
    while (this.at < this.text.length) {
      const part = this.take(/[^()\\]+|\\(?:[0-7]{1,3}|\r\n|[\s\S])|[()]/y)?.[0] ?? ''
      if (part === '' || (part === ')' && depth === 1)) break
      if (part === '(' && depth++ === 0) continue
      if (part === ')') depth -= 1
      bytes += part.length > 1 && part.startsWith('\\') ? escaped(part.slice(1)) : part
    }
    return { bytes }
  }

  private list(deep: number): PdfList {
    this.at += 1
    const values: PdfValue[] = []
    for (let value = this.next(deep + 1); value !== undefined; value = this.next(deep + 1)) {
      if (isWord(value) && value.word === ']') break
      values.push(value)
    }
    return values
  }

  private dict(deep: number): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (let key = this.next(deep + 1); key !== undefined; key = this.next(deep + 1)) {
      if (isWord(key) && key.word === '>>') break
      if (!isName(key)) continue
      const value = this.next(deep + 1)
      if (value === undefined || (isWord(value) && value.word === '>>')) break
      entries.set(key.name, value)
    }
    return entries
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function escaped(said: string): string {
  if (/^[0-7]/.test(said)) return String.fromCharCode(Number.parseInt(said, 8) & 255)
  return /^[\r\n]/.test(said) ? '' : (ESCAPES[said] ?? said)
}

/** A text as PDF keeps it outside pages: UTF-16 with its mark, UTF-8 with its mark, or one byte a character. */
export function spoken({ bytes }: PdfString): string {
  const raw = Buffer.from(bytes, 'latin1')
  if (bytes.startsWith('\xfe\xff')) return raw.subarray(2).swap16().toString('utf16le')
  return bytes.startsWith('\xef\xbb\xbf') ? raw.subarray(3).toString('utf8') : bytes
}
