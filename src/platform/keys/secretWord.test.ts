import { describe, expect, it } from 'vitest'
import { hashWord, isWord } from './secretWord.ts'

describe('a secret word', () => {
  it('is hashed at the cost of production unless something else is asked for', async () => {
    expect(await hashWord('kettle marble orbit')).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/)
  })

  it('is right by the cost that its hash was made with', async () => {
    const kept = await hashWord('kettle marble orbit', { power: 4, blocks: 8, lanes: 1 })
    expect(await isWord('Kettle  Marble orbit', kept)).toBe(true)
    expect(await isWord('kettle marble', kept)).toBe(false)
  })

  it('is nobody’s where none was kept, whatever the cost', async () => {
    expect(await isWord('kettle', null)).toBe(false)
    expect(await isWord('kettle', null, { power: 4, blocks: 8, lanes: 1 })).toBe(false)
  })
})
