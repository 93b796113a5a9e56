import { nameIn, type PdfFile } from './pdfFile.ts'
import { type PdfFont, readFont } from './pdfFonts.ts'
import {
  isDict, isList, isName, isRef, isString, isWord, type PdfDict, PdfReader, type PdfString, type PdfValue, spoken,
} from './pdfValues.ts' // biome-ignore format: one import

/** Stands where the pen moved along a line: between two words, or within one, which nothing tells. */
export const MOVED = '\ue000'
/** What pages show that is no text. */
export type Shown = {
  readonly text: string
  /** Of that, what nobody sees: drawn in no ink, or in white. */
  readonly hidden: string
  readonly hasPictures: boolean
  readonly isUnread: boolean
}

type Ink = { readonly isDrawn: boolean; readonly isWhite: boolean }
const INK: Ink = { isDrawn: true, isWhite: false }

const GAP = -180 // thousandths of the letter's height: as wide as a space
const MOST_DEEP = 8

/** Reads what a page shows, in the order in which it is drawn (ISO 32000-1, 9.4). */
export class PageText {
  /** In pieces: putting them together at each letter would take the square of their number. */
  readonly #said: string[] = []
  readonly #hidden: string[] = []
  #ink: Ink = INK
  #inks: Ink[] = []
  #hasPictures = false
  #isUnread = false
  readonly #file: PdfFile
  readonly #fonts = new Map<string, PdfFont | null>()
  #font: PdfFont | null = null
  #line = Number.NaN

  constructor(file: PdfFile) {
    this.#file = file
  }

  get shown(): Shown {
    return {
      text: this.#said.join(''),
      hidden: this.#hidden.join(''),
      hasPictures: this.#hasPictures,
      isUnread: this.#isUnread,
    }
  }

  /** A page ends: what comes next is another line. */
  endPage(): void {
    this.#ink = INK
    this.#inks = []
    this.#said.push('\n')
  }

  read(content: string, resources: PdfDict, deep = 0): void {
    const reader = new PdfReader(content)
    let stack: PdfValue[] = []
    for (let value = reader.next(); value !== undefined; value = reader.next()) {
      if (!isWord(value)) {
        stack.push(value)
        if (stack.length > 1000) stack = stack.slice(-100)
        continue
      }
      if (value.word === 'ID') this.#skipPicture(reader)
      else this.#does(value.word, stack, resources, deep)
      stack = []
    }
  }

  #does(word: string, stack: readonly PdfValue[], resources: PdfDict, deep: number): void {
    const last = stack.at(-1)
    this.#inkFor(word, stack)
    if (word === 'Tf') this.#choose(stack[0], resources)
    else if (word === 'Do') this.#draw(stack[0], resources, deep)
    else if (word === 'Tj' && isString(last)) this.#say(last)
    else if ((word === "'" || word === '"') && isString(last)) {
      this.#say(last, '\n')
    } else if (word === 'TJ' && isList(last)) {
      for (const one of last)
        if (isString(one)) this.#say(one)
        else if (typeof one === 'number' && one < GAP) this.#said.push(' ')
    } else if (word === 'BDC' && isDict(last)) {
      const said = last.get('ActualText')
      if (isString(said)) this.#said.push(` ${spoken(said)} `)
    } else this.#moves(word, stack)
  }

  /** Whether what comes next is seen (ISO 32000-1, 9.3.6 and 8.6.8): text drawn in no ink, or in white. */
  #inkFor(word: string, stack: readonly PdfValue[]): void {
    const all = (value: number) => stack.length > 0 && stack.every(one => one === value)
    if (word === 'Tr') this.#ink = { ...this.#ink, isDrawn: stack[0] !== 3 && stack[0] !== 7 }
    else if (word === 'g' || word === 'rg') this.#ink = { ...this.#ink, isWhite: all(1) }
    else if (word === 'k') this.#ink = { ...this.#ink, isWhite: all(0) }
    else if (word === 'q') this.#inks.push(this.#ink)
    else if (word === 'Q') this.#ink = this.#inks.pop() ?? INK
  }

  #moves(word: string, stack: readonly PdfValue[]): void {
    if (word === 'T*' || word === 'BT') this.#move(word === 'BT' ? this.#line : Number.NaN)
    else if (word === 'Td' || word === 'TD') this.#move(stack[1] === 0 ? this.#line : Number.NaN)
    else if (word === 'Tm') this.#move(Number(stack[5]))
  }

  #move(line: number): void {
    const isSame = Object.is(line, this.#line)
    this.#line = line
    const last = this.#said.at(-1)
    if (last !== '\n' && last !== MOVED) this.#said.push(isSame ? MOVED : '\n')
  }

  #choose(name: PdfValue | undefined, resources: PdfDict): void {
    const font = isName(name) ? this.#file.dict(resources.get('Font')).get(name.name) : undefined
    const key = isRef(font) ? String(font.ref) : null
    const known = key === null ? undefined : this.#fonts.get(key)
    this.#font = known === undefined ? readFont(this.#file, this.#file.dict(font)) : known
    if (key !== null) this.#fonts.set(key, this.#font)
  }

  #say({ bytes }: PdfString, before = ''): void {
    const font = this.#font
    if (font === null) this.#isUnread ||= bytes !== ''
    let said = before
    for (let at = 0; font !== null && at < bytes.length; at += font.width) {
      const code =
        font.width === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)
      const letter = font.letter(code)
      if (letter === null) this.#isUnread = true
      said += letter ?? ''
    }
    if (said === '') return
    this.#said.push(said)
    if (!this.#ink.isDrawn || this.#ink.isWhite) this.#hidden.push(said, ' ')
  }

  #draw(name: PdfValue | undefined, resources: PdfDict, deep: number): void {
    const given = isName(name) ? this.#file.dict(resources.get('XObject')).get(name.name) : undefined
    const object = isRef(given) ? this.#file.objects.get(given.ref) : undefined
    if (nameIn(object?.value, 'Subtype') !== 'Form') this.#hasPictures = true
    else if (deep >= MOST_DEEP) this.#isUnread = true
    else {
      const own = this.#file.dict(this.#file.dict(object?.value).get('Resources'))
      this.read(this.#file.content(object), own.size > 0 ? own : resources, deep + 1)
    }
  }

  #skipPicture(reader: PdfReader): void {
    this.#hasPictures = true
    const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
    end.lastIndex = reader.at
    reader.at = end.exec(reader.text) === null ? reader.text.length : end.lastIndex
  }
}
