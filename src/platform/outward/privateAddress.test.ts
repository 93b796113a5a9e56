import { expect, it } from 'vitest'
import { isPrivateAddress } from './index.ts'

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.0.9',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '::ffff:52.1.2.3',
  '64:ff9b::a00:1',
])('%s is private', address => {
  expect(isPrivateAddress(address)).toBe(true)
})

it.each(['52.1.2.3', '8.8.8.8', '172.32.0.1', '2a00:1450:4009:81f::200e'])('%s is anybody’s', address => {
  expect(isPrivateAddress(address)).toBe(false)
})
