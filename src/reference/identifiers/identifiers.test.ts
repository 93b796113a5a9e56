import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNhsNumber, nhsCheckDigit } from './checkNhsNumber.ts'
import { checkUpn } from './checkUpn.ts'
import { makeUpn } from './makeUpn.ts'
import { nhsTestNumber, nhsTestNumberCount } from './nhsTestNumber.ts'
import { upnLetters } from './upnLetters.ts'

describe('checkNhsNumber', () => {
  it('accepts a published test number however it is spaced', () => {
    // 943 476 5919 is the example of the NHS Data Dictionary.
    for (const text of ['943 476 5919', '943-476-5919', '9434765919', ' 943476 5919 ']) {
      expect(checkNhsNumber(text)).toEqual({
        ok: true,
        value: '9434765919',
        formatted: '943 476 5919',
        isTestNumber: false,
      })
    }
  })

  it.each([
    ['943 476 591', 'not_ten_digits'],
    ['943 476 59199', 'not_ten_digits'],
    ['943 476 591O', 'not_ten_digits'],
    ['', 'not_ten_digits'],
    ['1111111111', 'repeated_digit'],
    ['0000000000', 'repeated_digit'],
    ['943 476 5918', 'check_digit'],
  ])('refuses %j because of %s', (text, reason) => {
    expect(checkNhsNumber(text)).toEqual({ ok: false, reason })
  })

  it('notices any one digit mistyped in a number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: nhsTestNumberCount - 1 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (n, place, shift) => {
          const digits = [...nhsTestNumber(n)]
          digits[place] = String((Number(digits[place]) + shift) % 10)
          expect(checkNhsNumber(digits.join('')).ok).toBe(false)
        },
      ),
    )
  })
})

describe('nhsTestNumber', () => {
  it('gives a valid number of the test range for every n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: nhsTestNumberCount - 1 }), n => {
        expect(checkNhsNumber(nhsTestNumber(n))).toMatchObject({ ok: true, isTestNumber: true })
      }),
    )
  })

  it('never gives the same number twice', () => {
    const numbers = Array.from({ length: 5000 }, (_, n) => nhsTestNumber(n))
    expect(new Set(numbers).size).toBe(5000)
  })

  it.each([-1, 1.5, nhsTestNumberCount])('refuses %d', n => {
    expect(() => nhsTestNumber(n)).toThrow(RangeError)
  })

  it('passes over nine digits that no number may have', () => {
    expect(nhsCheckDigit('943476591')).toBe(9)
    expect(nhsCheckDigit('999000000')).toBeNull()
    const impossible = Array.from({ length: 10 }, (_, digit) => nhsCheckDigit(`99900000${digit}`))
    expect(impossible.filter(check => check === null)).toHaveLength(1)
  })
})

describe('checkUpn', () => {
  const permanent = makeUpn({ authority: 999, school: 4001, year: 2019, serial: 1 })

  it('accepts a number whose letter fits, in any case', () => {
    // 9x2+9x3+9x4+4x5+0+0+1x8+1x9+9x10+0+0+1x13 = 221; 221 mod 23 = 14, the letter Q.
    expect(permanent).toBe('Q999400119001')
    expect(checkUpn(' q9994 00119001 ')).toEqual({
      ok: true,
      value: 'Q999400119001',
      authority: '999',
      isTemporary: false,
    })
  })

  it('knows a temporary number by its last letter', () => {
    const temporary = makeUpn({ authority: 999, school: 4001, year: 2019, serial: 1, temporaryLetter: 'B' })
    expect(checkUpn(temporary)).toMatchObject({ ok: true, isTemporary: true })
    expect(temporary.slice(1)).toBe('99940011901B')
  })

  it.each([
    ['Q99940011900', { ok: false, reason: 'not_thirteen' }],
    ['I999400119001', { ok: false, reason: 'shape' }],
    ['Q99940011900O', { ok: false, reason: 'shape' }],
    ['Q9994001190AB', { ok: false, reason: 'shape' }],
    ['A999400119001', { ok: false, reason: 'check_letter', expected: 'Q' }],
  ])('refuses %s', (text, refusal) => {
    expect(checkUpn(text)).toEqual(refusal)
  })

  it('accepts every number that is made, permanent or temporary', () => {
    const parts = fc.record({
      authority: fc.integer({ min: 0, max: 999 }),
      school: fc.integer({ min: 0, max: 9999 }),
      year: fc.integer({ min: 1999, max: 2035 }),
      serial: fc.integer({ min: 0, max: 99 }),
    })
    fc.assert(
      fc.property(parts, fc.constantFrom(...upnLetters), (upn, temporaryLetter) => {
        expect(checkUpn(makeUpn(upn))).toMatchObject({ ok: true, isTemporary: false })
        expect(checkUpn(makeUpn({ ...upn, temporaryLetter }))).toMatchObject({ ok: true, isTemporary: true })
      }),
    )
  })

  it('refuses to make a number from parts that do not fit', () => {
    const parts = { authority: 999, school: 4001, year: 2019, serial: 1 }
    expect(() => makeUpn({ ...parts, serial: 1000 })).toThrow(RangeError)
    expect(() => makeUpn({ ...parts, temporaryLetter: 'S' })).toThrow(RangeError)
    expect(() => makeUpn({ ...parts, serial: 100, temporaryLetter: 'A' })).toThrow(RangeError)
  })
})
