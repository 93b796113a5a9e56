import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashWord, isWord } from '#platform/keys'
import { grouped, hashCode, isSameHash, makeCard, makeCode, makeNumber, readCode } from './readableCode.ts'
import { networkHash, seal, unseal } from './seal.ts'

describe('the code of an invitation', () => {
  it('is twelve letters of five bits, in groups', () => {
    expect(makeCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(Array.from({ length: 2000 }, makeCode)).size).toBe(2000)
  })

  it('is read however it is typed', () => {
    expect(readCode('k7o1-l2iq  xz09')).toBe('K70112 1QXZ09'.replace(' ', ''))
    expect(isSameHash(hashCode('123', 'AB01-CDEF-GHJK'), hashCode('123', 'abo1 cdef ghjk'))).toBe(true)
    expect(isSameHash(hashCode('124', 'AB01-CDEF-GHJK'), hashCode('123', 'AB01-CDEF-GHJK'))).toBe(false)
  })

  it('stands beside a number and, on a card, numbers of which none comes twice', () => {
    expect(makeNumber()).toMatch(/^\d{9}$/)
    expect(grouped('123456789', 3)).toBe('123 456 789')
    const card = makeCard()
    expect(new Set(card).size).toBe(24)
    expect(card.every(number => /^\d{8}$/.test(number))).toBe(true)
  })
})

describe('a secret word', () => {
  it('opens whatever its capitals and spaces, and nothing else does', async () => {
    const kept = await hashWord('Blue  kettle')
    expect(kept).not.toContain('kettle')
    expect(await isWord(' blue Kettle', kept)).toBe(true)
    expect(await isWord('blue kettl', kept)).toBe(false)
    expect(await isWord('', null)).toBe(false)
  })
})

describe('what is sealed', () => {
  const key = randomBytes(32)
  it('opens for its own account alone', () => {
    const sealed = seal(key, 'one', Buffer.from('secret'))
    expect(unseal(key, 'one', sealed).toString()).toBe('secret')
    expect(() => unseal(key, 'two', sealed)).toThrow()
    expect(() => unseal(randomBytes(32), 'one', sealed)).toThrow()
  })

  it('tells one household’s network from another, and not its telephones apart', () => {
    const from = (address: string) => networkHash(key, address).toString('hex')
    expect(from('203.0.113.7')).toBe(from('::ffff:203.0.113.99'))
    expect(from('203.0.113.7')).not.toBe(from('203.0.114.7'))
    expect(from('2001:db8:0:12::1')).toBe(from('2001:db8::13:ffff:0:0:1'))
    expect(from('2001:db8:0:112::1')).not.toBe(from('2001:db8:0:12::1'))
  })
})
