import { expect } from 'vitest'
import { nameIn, PdfFile } from '../../src/platform/files/reading/pdfFile.ts'
import { MOVED, PageText } from '../../src/platform/files/reading/pdfPage.ts'
import {
  isDict,
  isList,
  isRef,
  isString,
  type PdfDict,
  type PdfValue,
  spoken,
} from '../../src/platform/files/reading/pdfValues.ts'

/** A tag with the words right under it, as a screen reader comes to it. */
export type Tagged = { readonly tag: string; readonly words: string; readonly alt: string | null }

export type TaggedPdf = {
  readonly title: string
  readonly lang: string
  /** In reading order: that of the structure, whatever the order on the page. */
  readonly tags: readonly Tagged[]
}

/** Reads a PDF as assistive software does: by its structure alone. @throws when it says that it is not PDF/UA */
export function taggedPdf(bytes: Uint8Array): TaggedPdf {
  const raw = Buffer.from(bytes).toString('latin1')
  const file = new PdfFile(bytes)
  const catalog = file.dict(
    [...file.objects.values()].find(({ value }) => nameIn(value, 'Type') === 'Catalog')?.value,
  )
  expect(raw.startsWith('%PDF-')).toBe(true)
  expect(xmp(file)).toMatch(/pdfuaid:part[^\d]+1/)
  expect(file.dict(catalog.get('MarkInfo')).get('Marked')).toBe(true)
  expect(file.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true)
  const [, title = ''] = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(xmp(file)) ?? []
  const lang = file.follow(catalog.get('Lang'))
  const tags: Tagged[] = []
  walk(file, file.dict(catalog.get('StructTreeRoot')).get('K'), null, tags)
  return { title, lang: isString(lang) ? spoken(lang) : '', tags }
}

const xmp = (file: PdfFile): string =>
  [...file.objects.values()]
    .filter(({ value }) => nameIn(value, 'Type') === 'Metadata')
    .map(object => Buffer.from(file.content(object), 'latin1').toString('utf8'))
    .join('\n')

function walk(file: PdfFile, given: PdfValue | undefined, page: PdfValue | null, tags: Tagged[]): void {
  const kids = isList(file.follow(given)) ? file.list(given) : [given]
  for (const kid of kids) {
    const element = file.follow(kid)
    if (!isDict(element) || nameIn(element, 'S') === null) continue
    const own = element.get('Pg') ?? page
    const inside = file.follow(element.get('K'))
    const marked = (isList(inside) ? inside : [element.get('K')]).flatMap(one => marksOf(file, one, own))
    const alt = file.follow(element.get('Alt'))
    tags.push({
      tag: nameIn(element, 'S') ?? '',
      words: marked.join('').replaceAll(MOVED, ' ').replace(/\s+/g, ' ').trim(),
      alt: isString(alt) ? spoken(alt) : null,
    })
    walk(file, element.get('K'), own ?? null, tags)
  }
}

/** Words of the marked content that an element points at: a number of its page, or one with a page of its own. */
function marksOf(
  file: PdfFile,
  one: PdfValue | undefined,
  page: PdfValue | null | undefined,
): readonly string[] {
  const mark = file.follow(one)
  const id = typeof mark === 'number' ? mark : isDict(mark) ? mark.get('MCID') : undefined
  const on = isDict(mark) ? (mark.get('Pg') ?? page) : page
  if (typeof id !== 'number' || !isRef(on)) return []
  return [pageMarks(file, on.ref).get(id) ?? '']
}

const known = new WeakMap<PdfFile, Map<number, ReadonlyMap<number, string>>>()

function pageMarks(file: PdfFile, ref: number): ReadonlyMap<number, string> {
  const pages = known.get(file) ?? new Map<number, ReadonlyMap<number, string>>()
  known.set(file, pages)
  const marks = pages.get(ref) ?? readMarks(file, file.dict({ ref }))
  pages.set(ref, marks)
  return marks
}

function readMarks(file: PdfFile, page: PdfDict): ReadonlyMap<number, string> {
  const given = page.get('Contents')
  const parts = isList(file.follow(given)) ? file.list(given) : [given]
  const content = parts.map(part => (isRef(part) ? file.content(file.objects.get(part.ref)) : '')).join('\n')
  const marks = new Map<number, string>()
  for (const [, id = '', said = ''] of content.matchAll(/\/MCID (\d+)[^>]*>>\s*BDC([\s\S]*?)\bEMC\b/g)) {
    const text = new PageText(file)
    text.read(said, file.dict(page.get('Resources')))
    marks.set(Number(id), `${marks.get(Number(id)) ?? ''}${text.shown.text}`)
  }
  return marks
}

/** Holds a print to what screen readers need: tagged, titled, in a language, and saying these words in this order. */
export function expectTagged(
  bytes: Uint8Array,
  {
    title,
    says,
    tags = [],
  }: { readonly title: string; readonly says: readonly string[]; readonly tags?: readonly string[] },
): TaggedPdf {
  const read = taggedPdf(bytes)
  expect(read.title).toContain(title)
  expect(read.lang).toMatch(/^en/)
  const all = read.tags.map(({ words }) => words).join('\n')
  let from = 0
  for (const said of says) {
    const place = all.indexOf(said, from)
    expect(place, `"${said}" stands in its place in:\n${all.slice(0, 4000)}`).toBeGreaterThanOrEqual(0)
    from = place + said.length
  }
  for (const tag of ['H1', ...tags]) expect(read.tags.map(one => one.tag)).toContain(tag)
  return read
}
