import { describe, expect, it } from 'vitest'
import { valueIn } from '../reading/reading.ts'
import { census, child } from '../testing/censusXml.ts'
import { readAll } from '../testing/readAll.ts'

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`
const text = (id = 'KITH1') => census([child({ LAchildID: id })])
const utf16 = (content: string, isBigEndian = false) => {
  const bytes = Buffer.from(content, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}
const idOf = async (file: Uint8Array | string, pieceLength = 3) => {
  const { children, error, findings } = await readAll(file, {}, pieceLength)
  if (error) return error.problem
  const id = children[0]?.laChildId
  return id && [valueIn(id), findings.length]
}

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', text()],
    ['UTF-8 with a mark', `\ufeff${declared('utf-8')}${text()}`],
    ['UTF-8 that says so', `${declared('UTF-8')}${text()}`],
    ['UTF-16 with a mark', utf16(`\ufeff${declared('UTF-16')}${text()}`)],
    ['UTF-16 big-endian with a mark', utf16(`\ufeff${declared('UTF-16')}${text()}`, true)],
    ['UTF-16 without a mark', utf16(`${declared('UTF-16')}${text()}`)],
    ['ISO-8859-1', Buffer.from(`${declared('ISO-8859-1')}${text()}`, 'latin1')],
  ])('may be %s', async (_, file) => {
    expect(await idOf(file)).toEqual(['KITH1', 0])
  })

  it('may be Windows-1252, whose own letters are read', async () => {
    const bytes = Buffer.from(`${declared('windows-1252')}${text('a\u0092\u00e9')}`, 'latin1')
    expect(await idOf(bytes)).toEqual(['a\u2019\u00e9', 1])
  })

  it('is believed to be UTF-8 when it says UTF-16 and is not', async () => {
    expect(await idOf(`${declared('utf-16')}${text()}`)).toEqual(['KITH1', 1])
  })

  it('survives a letter cut between two pieces', async () => {
    expect(await idOf(text('K\u00e9\u{1f600}'), 1)).toEqual(['K\u00e9\u{1f600}', 1])
  })

  it('costs one value, not the file, where bytes do not fit', async () => {
    const bytes = Buffer.from(text('K\u00e9'), 'latin1')
    expect(await idOf(bytes)).toEqual([undefined, 1])
  })

  it('stops the reading when nobody knows it', async () => {
    expect(await idOf(`${declared('EBCDIC-CP-GB')}${text()}`)).toBe('encoding')
  })
})
