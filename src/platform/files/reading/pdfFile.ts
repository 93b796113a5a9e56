import { inflateSync, constants as zlib } from 'node:zlib'
import { isDict, isList, isName, isRef, isWord, type PdfDict, PdfReader, type PdfValue } from './pdfValues.ts'

/** An object of a file: its value, and where its stream begins. */
export type PdfObject = { readonly value: PdfValue; readonly stream: string | null }

/** Unpacked together, over every stream that is read. */
const MOST_BYTES = 60_000_000

/**
 * The objects of a PDF, found by walking through the whole file rather than by its table: so files that were mended or cut are
 * read too, and what stands later is what holds.
 */
export class PdfFile {
  readonly objects = new Map<number, PdfObject>()
  /** Something could not be unpacked: what it says is not known. */
  isBroken = false
  #left = MOST_BYTES

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    const header = /(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![a-z])/g
    for (let found = header.exec(text); found !== null; found = header.exec(text)) {
      const reader = new PdfReader(text, header.lastIndex)
      const object = this.#object(reader)
      header.lastIndex = Math.max(header.lastIndex, reader.at)
      this.objects.set(Number(found[1]), object)
      if (nameIn(object.value, 'Type') === 'ObjStm') this.#packedObjects(object)
    }
  }

  /** What a reference stands for, however often it is passed on. */
  follow(value: PdfValue | undefined): PdfValue | undefined {
    let seen = value
    for (let times = 0; isRef(seen) && times < 20; times += 1) seen = this.objects.get(seen.ref)?.value
    return isRef(seen) ? undefined : seen
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.follow(value)
    return isDict(found) ? found : new Map()
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.follow(value)
    return isList(found) ? found : []
  }

  /** The content of a stream, one character a byte; empty, and the file broken, where its packing is not known here. */
  content(object: PdfObject | undefined): string {
    if (object?.stream === null || object === undefined) return ''
    const dict = this.dict(object.value)
    const filter = this.follow(dict.get('Filter') ?? dict.get('F'))
    const filters = (isList(filter) ? filter : filter === undefined || filter === null ? [] : [filter]).map(
      one => this.follow(one),
    )
    const parms = this.follow(dict.get('DecodeParms'))
    const isPredicted = [parms]
      .flat()
      .some(one => Number(this.dict(one as PdfValue).get('Predictor') ?? 1) > 1)
    let bytes = Buffer.from(object.stream, 'latin1')
    for (const one of filters) {
      const done = isPredicted || !isName(one) ? null : this.#unpacked(one.name, bytes)
      if (done === null) {
        this.isBroken = true
        return ''
      }
      bytes = done
    }
    return bytes.toString('latin1')
  }

  #object(reader: PdfReader): PdfObject {
    const value = reader.next() ?? null
    const after = reader.at
    const word = isDict(value) ? reader.next() : undefined
    if (!isWord(word) || word.word !== 'stream') {
      reader.at = after
      return { value, stream: null }
    }
    const from = reader.at + (/^\r?\n?/.exec(reader.text.substr(reader.at, 2))?.[0].length ?? 0)
    const length = isDict(value) ? value.get('Length') : undefined
    const said = typeof length === 'number' ? from + length : from
    const isRight = typeof length === 'number' && /^\s*endstream/.test(reader.text.substr(said, 12))
    const end = isRight ? said : reader.text.indexOf('endstream', from)
    reader.at = end === -1 ? reader.text.length : end
    return { value, stream: reader.text.slice(from, reader.at) }
  }

  #packedObjects(object: PdfObject): void {
    const dict = this.dict(object.value)
    const content = this.content(object)
    const [count, first] = [Number(this.follow(dict.get('N'))), Number(this.follow(dict.get('First')))]
    const head = new PdfReader(content)
    for (let one = 0; one < Math.min(count, 100_000); one += 1) {
      const [number, at] = [head.next(), head.next()]
      if (typeof number !== 'number' || typeof at !== 'number') break
      this.objects.set(number, { value: new PdfReader(content, first + at).next() ?? null, stream: null })
    }
  }

  #unpacked(filter: string, bytes: Buffer): Buffer<ArrayBuffer> | null {
    if (filter === 'ASCIIHexDecode' || filter === 'AHx')
      return Buffer.from(bytes.toString('latin1').replace(/[^0-9A-Fa-f]/g, ''), 'hex')
    if (filter !== 'FlateDecode' && filter !== 'Fl') return null
    try {
      const finishFlush = zlib.Z_SYNC_FLUSH // many files lack the last bytes of a stream
      const done = inflateSync(bytes, { maxOutputLength: Math.max(1, this.#left), finishFlush })
      this.#left -= done.length
      return Buffer.from(done)
    } catch {
      return null
    }
  }
}

/** The name that a dictionary says for a key. */
export function nameIn(value: PdfValue | undefined, key: string): string | null {
  const said = isDict(value) ? value.get(key) : undefined
  return isName(said) ? said.name : null
}
