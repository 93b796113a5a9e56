import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inspectFile } from './inspectFile.ts'
import { wordParts, zipOf } from './testing/zipOf.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 3)])
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])
const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a7' } })
  .png()
  .toBuffer()

async function refusal(fileName: string, bytes: Uint8Array): Promise<string> {
  const inspected = await inspectFile({ fileName, bytes })
  if (inspected.ok) throw new Error(`Taken as ${inspected.file.mediaType}`)
  return inspected.why
}

async function taken(fileName: string, bytes: Uint8Array) {
  const inspected = await inspectFile({ fileName, bytes })
  if (!inspected.ok) throw new Error(inspected.why)
  return inspected.file
}

test('refuses a program that is named as a picture, and says so', async () => {
  for (const bytes of [program, elf, Buffer.from('#!/bin/sh\nrm -rf /\n')])
    expect(await refusal('holiday.jpg', bytes)).toContain('named as a picture, but it is a program')
  expect(await refusal('setup.exe', program)).toContain('The file is a program')
})

test('goes by content: a PDF called a picture is kept as a PDF', async () => {
  expect(await taken('scan.png', pdf)).toMatchObject({ mediaType: 'application/pdf', fileName: 'scan.pdf' })
})

test('takes Word and OpenDocument texts, and no other archive', async () => {
  expect((await taken('report.docx', zipOf(wordParts))).mediaType).toContain('wordprocessingml')
  const odt = zipOf([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.text'), isStored: true },
    { name: 'content.xml', bytes: Buffer.from('<office/>') },
  ])
  expect((await taken('report.odt', odt)).mediaType).toContain('opendocument.text')
  expect(await refusal('report.docx', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]))).toContain(
    'an archive',
  )
  expect(await refusal('report.docx', Buffer.concat([zipOf(wordParts), Buffer.from('more')]))).toContain(
    'an archive',
  )
})

test('refuses a document that unpacks to a bomb, whatever sizes it claims', async () => {
  const huge = Buffer.alloc(160_000_000)
  const bomb = zipOf([...wordParts, { name: 'word/media/a.bin', bytes: huge, saysSize: 10 }])
  expect(bomb.length).toBeLessThan(300_000)
  expect(await refusal('report.docx', bomb)).toContain('unpacks to far more')
  const many = zipOf([
    ...wordParts,
    ...Array.from({ length: 2_100 }, (_, n) => ({ name: `${n}`, bytes: Buffer.of(1) })),
  ])
  expect(await refusal('report.docx', many)).toContain('unpacks to far more')
})

test('refuses macros', async () => {
  const parts = [...wordParts, { name: 'word/vbaProject.bin', bytes: Buffer.from('x') }]
  expect(await refusal('report.docx', zipOf(parts))).toContain('macros')
})

test('refuses a file that is a PDF and an archive in one', async () => {
  expect(await refusal('report.pdf', Buffer.concat([pdf, zipOf(wordParts)]))).toContain(
    'a PDF and an archive in one',
  )
})

test('refuses drawings and pages that a browser would run, by any name', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  for (const bytes of [
    svg,
    Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]),
    Buffer.from('\n\n<!DOCTYPE html><p>'),
  ])
    for (const name of ['drawing.svg', 'drawing.png', 'notes.txt']) await refusal(name, bytes)
})

test('takes text that is called text, and refuses code, nothing and noise', async () => {
  expect(await taken('notes.txt', Buffer.from('Maisie said "more".\r\n'))).toMatchObject({
    mediaType: 'text/plain',
  })
  expect(await refusal('run.ps1', Buffer.from('Get-Process'))).toContain('not taken')
  expect(await refusal('empty.pdf', Buffer.alloc(0))).toContain('empty')
  expect(await refusal('notes.txt', Buffer.from([1, 2, 3, 4, 0, 255]))).toContain('cannot be told')
})

test('keeps no folder, control mark or turned reading direction of a name', async () => {
  const names: readonly (readonly [string, string])[] = [
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\letter.pdf', 'letter.pdf'],
    ['letter\u202egpj.exe', 'lettergpj.pdf'],
    ['.htaccess', 'file.pdf'],
    ['a\u0007b\u2066c<>:"|?*.pdf', 'abc.pdf'],
    ['', 'file.pdf'],
    [`${'x'.repeat(500)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ]
  for (const [given, kept] of names) expect((await taken(given, pdf)).fileName).toBe(kept)
})

test('draws a picture anew: turned upright, without where it was taken and without what hung on to it', async () => {
  const exif = {
    IFD0: { Copyright: 'Somebody Madeup' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '51/1 30/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '0/1 7/1 0/1',
    },
  }
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a50' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif?.includes('Somebody Madeup')).toBe(true)
  const polyglot = Buffer.concat([photo, zipOf(wordParts), Buffer.from('<script>')])
  const kept = await taken('photo.jpg', polyglot)
  const after = await sharp(kept.bytes).metadata()
  expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect([after.width, after.height]).toEqual([40, 60])
  expect(kept.bytes.includes('Somebody')).toBe(false)
  expect(kept.bytes.includes('PK\x03\x04')).toBe(false)
  expect(kept.sha256.equals(kept.originalSha256)).toBe(false)
})

test('refuses a picture of more points than can be opened, a cut one, and HEIC', async () => {
  const wide = Buffer.from(png)
  wide.writeUInt32BE(60_000, 16) // the header's width and height, and its checksum, rewritten
  wide.writeUInt32BE(60_000, 20)
  const { crc32 } = await import('node:zlib')
  wide.writeUInt32BE(crc32(wide.subarray(12, 29)), 29)
  expect(await refusal('wide.png', wide)).toContain('more points')
  expect(await refusal('cut.png', png.subarray(0, 60))).toContain('cannot be read')
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(40),
  ])
  expect(await refusal('photo.heic', heic)).toContain('Save it as JPEG')
})
