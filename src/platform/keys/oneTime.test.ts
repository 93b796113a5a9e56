import { describe, expect, it } from 'vitest'
import {
  authenticatorAddress,
  makeSecret,
  numberOf,
  secretFrom,
  secretText,
  stepAt,
  stepOf,
} from './oneTime.ts'

const secret = Buffer.from('12345678901234567890') // of RFC 6238, appendix B, for SHA-1

describe('a one-time number', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds is %s, as RFC 6238 appendix B says', (seconds, number) => {
    const step = stepAt(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))
    expect(numberOf(secret, step, 8)).toBe(number)
  })

  it.each([
    [0, '755224'],
    [1, '287082'],
    [9, '520489'],
  ])('of counter %i is %s, as RFC 4226 appendix D says', (counter, number) => {
    expect(numberOf(secret, counter)).toBe(number)
  })

  it('is taken a step early or late, and once only', () => {
    const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const step = stepAt(now)
    for (const near of [-1, 0, 1])
      expect(stepOf(secret, numberOf(secret, step + near), now, 0)).toBe(step + near)
    expect(stepOf(secret, numberOf(secret, step + 2), now, 0)).toBeNull()
    expect(stepOf(secret, numberOf(secret, step), now, step)).toBeNull()
    expect(stepOf(secret, numberOf(secret, step - 1), now, step)).toBeNull()
  })
})

describe('an authenticator’s secret', () => {
  it('is written in base 32, as RFC 4648 section 10 has it', () => {
    expect(secretText(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
    expect(secretText(makeSecret())).toHaveLength(32)
    expect(secretFrom('MZXW6YTBOI').toString()).toBe('foobar')
  })

  it('is labelled with nothing that tells what it is for', () => {
    expect(authenticatorAddress(Buffer.from('foobar'))).toBe('otpauth://totp/Messages?secret=MZXW6YTBOI')
  })
})
