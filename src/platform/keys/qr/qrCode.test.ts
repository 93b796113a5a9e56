import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { correctionOf } from './errorCorrection.ts'
import { qrCode, qrPath } from './qrCode.ts'

describe('a QR code', () => {
  it('has the codewords for mending that ISO/IEC 18004 annex I works out', () => {
    const data = Buffer.from('10200c566180ec11ec11ec11ec11ec11', 'hex')
    expect(Buffer.from(correctionOf([...data], 10)).toString('hex')).toBe('a524d4c1ed36c7872c55')
  })

  it('is module by module what another encoder made of these words, which took the same mask', () => {
    const rows = qrCode('x'.repeat(78)).map(line => line.map(isDark => (isDark ? '#' : '.')).join(''))
    expect(createHash('sha256').update(rows.join('\n')).digest('hex')).toBe(
      '1112a665ef30e81cd613ad9c1a79c797545d6ca909954c19c0dde638451c6717',
    )
  })

  it('holds an authenticator’s address and nothing longer', () => {
    const address = `otpauth://totp/Work%20record?secret=${'A'.repeat(32)}`
    expect(qrCode(address)).toHaveLength(33)
    expect(qrCode(`${address.slice(0, -1)}B`)).not.toEqual(qrCode(address))
    expect(() => qrCode('x'.repeat(79))).toThrow('78 bytes')
  })

  it('is drawn with the light rim that readers need', () => {
    const { path, side } = qrPath('a')
    expect(side).toBe(41)
    expect(path).toMatch(/^M4 4h7v1h-7z/)
    expect(path).not.toMatch(/M[0-3] /)
  })
})
