import { describe, expect, it } from 'vitest'
import { valueIn } from './reading/reading.ts'
import { census, child, type XmlNode } from './testing/censusXml.ts'
import { readAll } from './testing/readAll.ts'

const read = async (details: XmlNode) => {
  const { header, findings } = await readAll(census([child({ Sex: 'F' })], { CollectionDetails: details }))
  const about = findings.filter(({ childId }) => childId === undefined).map(({ problem }) => problem)
  return { asAt: header?.asAt?.toString(), censusYear: header?.censusYear, about }
}

describe('the header', () => {
  it('gives the date to judge by', async () => {
    expect(await read({ Collection: 'CIN', Year: '2026', ReferenceDate: '2026-03-31' })).toEqual({
      asAt: '2026-03-31',
      censusYear: 2026,
      about: [],
    })
  })

  it('falls back to 31 March of its year', async () => {
    const { asAt, about } = await read({ Year: '2025' })
    expect(asAt).toBe('2025-03-31')
    expect(about).toEqual(['The header has no reference date; 31 March 2025 was taken.'])
  })

  it('reports a year that is not that of the reference date', async () => {
    const { asAt, about } = await read({ Year: '2023', ReferenceDate: '2024-03-31' })
    expect(asAt).toBe('2024-03-31')
    expect(about).toEqual(['The header says year 2023 but reference date 2024-03-31; the date was taken.'])
  })

  it('reports a reference date that is not the last day of March', async () => {
    const { asAt, censusYear, about } = await read({ Year: '2022', ReferenceDate: '2022-07-21' })
    expect([asAt, censusYear]).toEqual(['2022-07-21', 2022])
    expect(about).toHaveLength(1)
  })

  it('gives no date when it holds none', async () => {
    const { asAt, about } = await read({})
    expect(asAt).toBeUndefined()
    expect(about).toEqual(['The header says neither its year nor its reference date.'])
  })

  it('does not judge by a year before the census began', async () => {
    expect((await read({ Year: '1066', ReferenceDate: '1066-03-31' })).asAt).toBeUndefined()
  })

  it('refuses another collection and goes on', async () => {
    const { children, header } = await readAll(
      census([child()], { CollectionDetails: { Collection: 'SSDA903' } }),
    )
    expect(header?.collection.status).toBe('refused')
    expect(children).toHaveLength(1)
  })

  it('tells who made the file', async () => {
    const { header } = await readAll(census([child()]))
    expect(header?.sources.map(({ lea }) => valueIn(lea))).toEqual(['999'])
  })

  it('may be missing', async () => {
    const { header, children } = await readAll(census([child()], ''))
    expect(header).toBeUndefined()
    expect(children).toHaveLength(1)
  })
})
