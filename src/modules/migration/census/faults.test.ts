import { describe, expect, it } from 'vitest'
import { readCensus } from './readCensus.ts'
import { census, child } from './testing/censusXml.ts'
import { readAll } from './testing/readAll.ts'

const twoChildren = census([child(), child({ LAchildID: 'KITH2' })])

const faultOf = async (...file: Parameters<typeof readAll>) => {
  const { error, children } = await readAll(...file)
  return [error?.problem, children.length]
}

describe('a file that cannot be read on', () => {
  it('gives the children before the fault, and its place', async () => {
    const damaged = twoChildren.replace('KITH2</LAchildID>', 'KITH2</Wrong>')
    const { error, children } = await readAll(damaged)
    const before = damaged.slice(0, damaged.indexOf('</Wrong>') + '</Wrong>'.length).split('\n')
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1]
    expect(children).toHaveLength(1)
    expect(error?.problem).toBe('malformed')
    expect(error?.position).toEqual({ line, column, childrenRead: 1 })
    expect(error?.message).toContain(`Stopped at line ${line}, column ${column}; children read before it: 1.`)
  })

  it.each([
    ['cut off inside a child', twoChildren.slice(0, twoChildren.indexOf('KITH2')), 'truncated', 1],
    ['cut off inside a tag', twoChildren.slice(0, twoChildren.indexOf('KITH2') - 4), 'truncated', 1],
    ['cut off after the children', twoChildren.replace('</Message>', ''), 'truncated', 2],
    ['empty', '', 'empty', 0],
    ['blank', '  \n ', 'empty', 0],
    ['of another kind', '<html><Child/></html>', 'not-a-census', 0],
    ['no XML at all', 'LAchildID,UPN\nKITH1,', 'malformed', 0],
    ['with a DOCTYPE', `<!DOCTYPE Message>${twoChildren}`, 'doctype', 0],
    ['with entities', `<!DOCTYPE Message [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${twoChildren}`, 'doctype', 0],
    ['with an entity that nobody declared', twoChildren.replace('KITH2', '&kith;'), 'malformed', 1],
    ['with a NUL character', twoChildren.replace('KITH2', 'KI\0TH'), 'nul-character', 1],
    ['with something after its end', `${twoChildren}<Message/>`, 'malformed', 2],
  ])('is one that is %s', async (_, text, problem, children) => {
    expect(await faultOf(text)).toEqual([problem, children])
    expect(await faultOf(text, {}, 3)).toEqual([problem, children])
  })

  it('is one larger than the limit', async () => {
    expect(await faultOf(twoChildren, { limitBytes: 1000 }, 100)).toEqual(['too-large', 1])
  })

  it('is one that nests too deep', async () => {
    const deep = `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`
    expect(await faultOf(census([deep]))).toEqual(['too-deep', 0])
  })

  it('is one with too many attributes', async () => {
    const attributes = Array.from({ length: 33 }, (_, index) => `a${index}="1"`).join(' ')
    expect(await faultOf(census([`<UPN ${attributes}/>`]))).toEqual(['too-many-attributes', 0])
  })

  it('is one with too much text, at once or in parts', async () => {
    const limits = { textCharacters: 100, tokenCharacters: 1000 }
    expect(await faultOf(census([`<UPN>${'1'.repeat(101)}</UPN>`]), limits)).toEqual(['too-long', 0])
    expect(await faultOf(census([`<UPN>${'1<!-- -->'.repeat(101)}</UPN>`]), limits)).toEqual(['too-long', 0])
    expect(await faultOf(`<Message><!--${'x'.repeat(200_000)}`, limits)).toEqual(['too-long', 0])
    expect(await faultOf(`<!DOCTYPE ${'x'.repeat(200_000)}`, limits)).toEqual(['too-long', 0])
  })

  it('is one with a child that never ends', async () => {
    expect(await faultOf(census(['<UPN/>'.repeat(101)]), { elements: 100 })).toEqual(['too-many-elements', 0])
  })

  it('is one whose source fails', async () => {
    const path = readCensus('/nowhere/at/all.xml')
    await expect(path.next()).rejects.toMatchObject({ name: 'CensusReadError', problem: 'unreadable' })
  })
})

describe('blank lines before the XML declaration', () => {
  it('are passed over, and counted', async () => {
    const { error, children } = await readAll(`\n \n<?xml version="1.0"?>${twoChildren}`, {}, 2)
    const plain = await readAll(twoChildren)
    expect(error).toBeUndefined()
    expect(children.map(({ line }) => line)).toEqual(plain.children.map(({ line }) => line + 2))
  })
})

describe('a fault of the reader itself', () => {
  it('is not disguised as a fault of the file', async () => {
    const onHeader = () => {
      throw new TypeError('a bug')
    }
    await expect(readAll(twoChildren, { onHeader })).rejects.toThrow(TypeError)
  })
})
