import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeCertificate } from './makeCertificate.ts'

it('makes an authority and a certificate that it signed, for this machine', () => {
  const authority = { ...makeCertificate({ name: 'Trial authority', days: 1 }), name: 'Trial authority' }
  const made = new X509Certificate(makeCertificate({ name: 'Fallowmere', days: 40_000, by: authority }).cert)
  const by = new X509Certificate(authority.cert)
  expect(made.checkIssued(by) && made.verify(by.publicKey) && by.ca && !made.ca).toBe(true)
  expect(made.subject).toBe('CN=Fallowmere')
  expect(made.checkHost('localhost')).toBe('localhost')
  expect(made.checkIP('127.0.0.1')).toBe('127.0.0.1')
  const days = (Date.parse(made.validTo) - Date.parse(made.validFrom)) / 86_400_000
  expect(days).toBe(40_000)
})
