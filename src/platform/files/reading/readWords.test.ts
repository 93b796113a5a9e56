import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Furniture, renderPdf } from '../../print/index.ts'
import { zipOf } from '../testing/zipOf.ts'
import { readWords } from './readWords.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT = 'application/vnd.oasis.opendocument.text'
const ADDRESS = '12 Hiddenmere Lane, Nowheretown, ZZ99 1AL'

/** A PDF of these objects, as simple tools write it. */
function pdfOf(objects: readonly (string | Buffer)[], tail = ''): Buffer {
  const body = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  )
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...body,
    Buffer.from(`trailer << /Root 1 0 R ${tail}>>\n%%EOF\n`),
  ])
}
const stream = (dict: string, content: string | Buffer): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}
const page = (
  content: string | Buffer,
  more: { font?: string; dict?: string; page?: string } = {},
  ...rest: (string | Buffer)[]
) =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>',
    `<< /Type /Page /Parent 2 0 R /Contents 4 0 R ${more.page ?? ''} >>`,
    stream(more.dict ?? '', content),
    more.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...rest,
  ])
const read = (bytes: Uint8Array, type = 'application/pdf') => readWords(type, bytes)

describe('a PDF', () => {
  test('that holds text without showing it tells it apart', () => {
    const { pages } = read(
      page(
        'BT /F1 12 Tf (Seen words) Tj ET q 3 Tr BT (Unseen words) Tj ET Q 1 1 1 rg BT (White words) Tj ET 0 g BT (Black words) Tj ET',
      ),
    )
    expect(pages?.hidden).toBe('Unseen words White words')
    expect(pages?.seen).toContain('Seen words')
    expect(pages?.seen).toContain('Black words')
  })

  test('of our own is read whole, in its order, with what stands beside its pages', async () => {
    const furniture: Furniture = {
      title: 'Our plan',
      subtitle: null,
      reference: 'LA 000123',
      authority: 'Northmarsh County Council',
      printedAt: '22 November 2026, 18:04',
      printedFor: 'Rowan Ashbrigg',
      lang: 'en',
    }
    const template =
      '#import "/kith.typ": *\n== First\n#paragraphs(data.words)\n== Second\n#table(columns: 2, table.header([Who], [What]), [Ania Żółć], [difficult offices])'
    const { words, unread } = read(
      await renderPdf(template, { furniture, words: `Seen at ${ADDRESS}. Łucja’s first affidavit.` }),
    )
    expect(unread).toBeNull()
    for (const said of [
      ADDRESS,
      'Łucja’s first affidavit.',
      'Ania Żółć',
      'difficult offices',
      'Northmarsh County Council',
    ])
      expect(words.replace(/\s+/g, ' ')).toContain(said)
    expect(words.indexOf('First')).toBeLessThan(words.indexOf('Second'))
  })

  test.each([
    ['plain', `BT /F1 12 Tf (${ADDRESS}) Tj ET`],
    ['cut by kerning', 'BT /F1 12 Tf [(12 Hid) 20 (denmere L) -30 (ane, Nowheretown, ZZ99 1AL)] TJ ET'],
    [
      'spaced by movement alone',
      'BT /F1 12 Tf [(12) -333 (Hiddenmere) -333 (Lane,) -333 (Nowheretown,) -333 (ZZ99) -333 (1AL)] TJ ET',
    ],
    [
      'moved between words',
      'BT /F1 12 Tf 1 0 0 1 50 700 Tm (12) Tj 20 0 Td (Hiddenmere) Tj 1 0 0 1 150 700 Tm (Lane, Nowheretown, ZZ99 1AL) Tj ET',
    ],
    [
      'in hexadecimal and octal',
      'BT /F1 12 Tf <3132> Tj (\\040Hiddenmere L\\141ne, Nowheretown, ZZ99 1AL) Tj ET',
    ],
  ])('%s says its words', (_, content) => {
    expect(read(page(content))).toMatchObject({ unread: null, words: expect.stringContaining(ADDRESS) })
  })

  test('that moves within a word says it joined too', () => {
    const { words } = read(
      page('BT /F1 12 Tf 1 0 0 1 50 700 Tm (12 Hidden) Tj 1 0 0 1 90 700 Tm (mere Lane) Tj ET'),
    )
    expect(words).toContain('12 Hiddenmere Lane')
  })

  test('packed, in forms, remarks, fields and its own title is read', () => {
    const packed = deflateSync(Buffer.from('BT /F1 12 Tf (on the page) Tj ET /X1 Do'))
    const form = stream('/Type /XObject /Subtype /Form', 'BT /F1 9 Tf (in the form) Tj ET')
    const remark = '<< /Type /Annot /Subtype /Text /Contents (in the remark) >>'
    const field = '<< /FT /Tx /T (where) /V <FEFF0069006E0020007400680065002000660069> >>'
    const { words, unread } = read(
      page(packed, { dict: '/Filter /FlateDecode' }, form, remark, field, '<< /Title (in the title) >>'),
    )
    expect(unread).toBeNull()
    for (const said of ['on the page', 'in the form', 'in the remark', 'in the fi', 'in the title'])
      expect(words).toContain(said)
  })

  test.each([
    ['with a picture', 'pictures', page('/X1 Do', {}, stream('/Type /XObject /Subtype /Image', 'x'))],
    [
      'with a picture among its words',
      'pictures',
      page('BI /W 1 /H 1 ID \0\x01 EI\nBT /F1 9 Tf (after) Tj ET'),
    ],
    [
      'whose letters nothing explains',
      'typeface',
      page('BT /F1 9 Tf (\x03\x04) Tj ET', {
        font: '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>',
      }),
    ],
    ['packed in a way not known here', 'broken', page('zzz', { dict: '/Filter /LZWDecode' })],
    [
      'with a file hung on to it',
      'attachments',
      page('', {}, '<< /Type /Filespec /EF << /F 7 0 R >> >>', stream('/Type /EmbeddedFile', 'x')),
    ],
    ['without a page', 'broken', pdfOf(['<< /Type /Catalog >>'])],
    ['locked', 'locked', pdfOf(['<< /Type /Catalog >>'], '/Encrypt 9 0 R ')],
    ['that is cut off', 'broken', page('BT (x) Tj ET').subarray(0, 60)],
  ] as const)('%s is never said to be read', (_, unread, bytes) => {
    expect(read(bytes).unread).toBe(unread)
  })

  test('by an encoding of its own names is read', () => {
    const font =
      '<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /H /i /space /fi /uni00E9] >> >>'
    expect(read(page('BT /F1 9 Tf <0102030405> Tj ET', { font })).words).toContain('Hi fié')
  })

  test('of nonsense ends', () => {
    for (const nonsense of [
      '['.repeat(100_000),
      '<<'.repeat(100_000),
      '('.repeat(100_000),
      '1 0 obj '.repeat(50_000),
    ])
      expect(read(Buffer.from(`%PDF-1.4\n1 0 obj ${nonsense}`)).unread).toBe('broken')
  })
})

describe('a document of an office', () => {
  const word = (body: string, ...more: { name: string; bytes: Buffer }[]) =>
    zipOf([
      { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
      { name: 'word/document.xml', bytes: Buffer.from(`<w:document><w:body>${body}</w:body></w:document>`) },
      ...more,
    ])
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

  test('of Word joins its runs, parts its paragraphs, and reads headers, remarks and what was struck out', () => {
    const body = `<w:p>${run('12 Hid')}<w:bookmarkStart w:name="x"/>${run('denmere Lane')}</w:p><w:p>${run('Next')}<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>`
    const { words, unread } = read(
      word(
        body,
        { name: 'word/header1.xml', bytes: Buffer.from(`<w:hdr><w:p>${run('at the head')}</w:p></w:hdr>`) },
        {
          name: 'word/_rels/document.xml.rels',
          bytes: Buffer.from('<R><Relationship Target="https://maps.example/ZZ99-1AL"/></R>'),
        },
      ),
      DOCX,
    )
    expect(unread).toBeNull()
    for (const said of ['12 Hiddenmere Lane\nNext', 'struck out', 'at the head', 'ZZ99-1AL'])
      expect(words).toContain(said)
  })

  test.each([
    ['a picture', 'pictures', { name: 'word/media/image1.png', bytes: Buffer.from('x') }],
    ['a table of figures', 'attachments', { name: 'word/embeddings/sheet.xlsx', bytes: Buffer.from('x') }],
    ['XML that is not whole', 'broken', { name: 'word/footer1.xml', bytes: Buffer.from('<w:ftr>') }],
    [
      'a DOCTYPE',
      'broken',
      { name: 'word/footer1.xml', bytes: Buffer.from('<!DOCTYPE x [<!ENTITY e "12">]><x>&e;</x>') },
    ],
  ] as const)('with %s is not said to be read', (_, unread, part) => {
    expect(read(word(`<w:p>${run('x')}</w:p>`, part), DOCX).unread).toBe(unread)
  })

  test('of OpenDocument is read', () => {
    const file = zipOf([
      { name: 'mimetype', bytes: Buffer.from(ODT), isStored: true },
      {
        name: 'content.xml',
        bytes: Buffer.from(
          '<c><text:p>12<text:s/>Hiddenmere <text:span>La</text:span>ne</text:p><text:p>Next</text:p></c>',
        ),
      },
    ])
    expect(read(file, ODT)).toEqual({
      unread: null,
      words: expect.stringContaining('12 Hiddenmere Lane\nNext'),
    })
  })
})

test('plain text is read in either of its usual ways; a picture is not', () => {
  expect(read(Buffer.from('Łucja'), 'text/plain').words).toBe('Łucja')
  expect(read(Buffer.from([0x43, 0x61, 0x66, 0xe9]), 'text/plain').words).toBe('Café')
  expect(read(Buffer.from('x'), 'image/png')).toEqual({ words: '', unread: 'picture' })
})
