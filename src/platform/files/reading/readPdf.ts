import type { FileWords } from './fileWords.ts'
import { nameIn, PdfFile, type PdfObject } from './pdfFile.ts'
import { MOVED, PageText } from './pdfPage.ts'
import { isDict, isList, isRef, isString, type PdfDict, type PdfValue, spoken } from './pdfValues.ts'

/**
 * The words of a PDF: what its pages show, and what stands beside them in titles, remarks, form fields and metadata. Made for
 * looking for words that must not be there: what a page shows stands twice where a movement of the pen may part two words or
 * not, and a file that hides anything from this reader is never said to be read.
 */
export function readPdf(bytes: Uint8Array): FileWords {
  const file = new PdfFile(bytes)
  if (isLocked(bytes)) return { words: '', unread: 'locked' }
  const pages = [...file.objects.values()].filter(({ value }) => nameIn(value, 'Type') === 'Page')
  const page = new PageText(file)
  for (const { value } of pages) {
    page.read(contentOf(file, file.dict(value)), resourcesOf(file, file.dict(value)))
    page.endPage()
  }
  for (const look of appearances(file))
    page.read(file.content(look), file.dict(file.dict(look.value).get('Resources')))
  const { text, hidden, hasPictures, isUnread } = page.shown
  const beside = [...strings(file)].join('\n')
  const parted = text.replaceAll(MOVED, ' ')
  const joined = text.includes(MOVED) ? text.replaceAll(MOVED, '') : ''
  const words = [parted, joined, beside].filter(Boolean).join('\n')
  const read = { words, pages: { seen: parted.trim(), hidden: hidden.trim() } }
  if (file.isBroken || pages.length === 0) return { ...read, unread: 'broken' }
  if (isUnread) return { ...read, unread: 'typeface' }
  if (hasFiles(file)) return { ...read, unread: 'attachments' }
  return { ...read, unread: hasPictures ? 'pictures' : null }
}

const isLocked = (bytes: Uint8Array): boolean =>
  /\/Encrypt[\0\t\n\f\r ]*(<<|\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R)/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  )

/** A page's content may be cut into several streams, anywhere between two words. */
function contentOf(file: PdfFile, page: PdfDict): string {
  const given = page.get('Contents')
  const list = file.follow(given)
  const parts = isList(list) ? list : [given]
  return parts.map(part => (isRef(part) ? file.content(file.objects.get(part.ref)) : '')).join('\n')
}

/** What a page draws with, or the first of those above it that says. */
function resourcesOf(file: PdfFile, page: PdfDict): PdfDict {
  let place = page
  for (let times = 0; times < 50; times += 1) {
    const own = file.follow(place.get('Resources'))
    if (isDict(own)) return own
    place = file.dict(place.get('Parent'))
  }
  return new Map()
}

/** How remarks and form fields look: forms that no page names by its content. */
function appearances(file: PdfFile): readonly PdfObject[] {
  const looks = new Set<PdfObject>()
  for (const { value } of file.objects.values())
    for (const look of isDict(value) ? file.dict(value.get('AP')).values() : []) {
      const object = isRef(look) ? file.objects.get(look.ref) : undefined
      if (object !== undefined) looks.add(object)
    }
  return [...looks]
}

function* strings(file: PdfFile): Iterable<string> {
  for (const object of file.objects.values()) {
    yield* stringsIn(object.value)
    if (nameIn(object.value, 'Type') === 'Metadata')
      yield Buffer.from(file.content(object), 'latin1')
        .toString('utf8')
        .replace(/<[^>]*>/g, ' ')
  }
}

function* stringsIn(value: PdfValue): Iterable<string> {
  if (isString(value)) {
    const said = spoken(value)
    // Keys and checksums are strings too, and say nothing.
    if (!/[^\P{Cc}\s]/u.test(said)) yield said
  } else if (isList(value)) for (const one of value) yield* stringsIn(one)
  else if (isDict(value)) for (const one of value.values()) yield* stringsIn(one)
}

const hasFiles = (file: PdfFile): boolean =>
  [...file.objects.values()].some(
    ({ value }) =>
      nameIn(value, 'Type') === 'EmbeddedFile' || (isDict(value) && (value.has('EF') || value.has('XFA'))),
  )
