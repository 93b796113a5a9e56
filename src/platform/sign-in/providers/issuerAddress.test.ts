import { describe, expect, it } from 'vitest'
import { isIssuer, objectionToIssuer } from './issuerAddress.ts'

describe('an issuer’s address', () => {
  it.each([
    'http://id.example.nhs.uk',
    'https://localhost/',
    'https://intranet/issuer',
    'https://id.local',
    'https://metadata.google.internal/',
    'https://127.0.0.1',
    'https://10.1.2.3/issuer',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/', // 127.0.0.1 as one number
    'https://user:word@id.example.nhs.uk',
    'https://id.example.nhs.uk/?x=1',
    'https://id.example.nhs.uk/#x',
    'ftp://id.example.nhs.uk',
    'id.example.nhs.uk',
    '',
  ])('is not %s', typed => {
    expect(objectionToIssuer(typed, false)).toMatch(/^Issuer must /)
  })

  it('is a public one by https; in a demonstration one of this machine too', () => {
    expect(objectionToIssuer('https://login.example.nhs.uk/tenant/v2.0', false)).toBeNull()
    expect(objectionToIssuer('https://52.1.2.3/', false)).toBeNull()
    expect(objectionToIssuer('http://127.0.0.1:4000', true)).toBeNull()
    expect(objectionToIssuer('http://127.0.0.1:4000/?x', true)).not.toBeNull()
  })

  it('is the same with and without its last slash, and nothing else is', () => {
    expect(isIssuer('https://id.example/', 'https://id.example')).toBe(true)
    expect(isIssuer('https://id.example/one', 'https://id.example')).toBe(false)
    expect(isIssuer(undefined, '')).toBe(false)
  })
})
