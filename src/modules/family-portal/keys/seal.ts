import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** Seals a secret for one account (AES-256-GCM): moved to another account's row it does not open. */
export function seal(key: Uint8Array, account: string, secret: Uint8Array): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(account))
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Opens what {@link seal} made. @throws when it was made with another key or for another account */
export function unseal(key: Uint8Array, account: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV))
    .setAAD(Buffer.from(account))
    .setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()])
}

/** The network that an address is in, so that one household is one source: 24 bits of IPv4, 56 of IPv6; kept as a keyed hash. */
export function networkHash(key: Uint8Array, address: string): Buffer {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const network = plain.includes(':') ? expanded(plain).slice(0, 14) : plain.split('.').slice(0, 3).join('.')
  return createHmac('sha256', key).update(`network ${network}`).digest()
}

/** An IPv6 address as 32 hexadecimal digits. */
function expanded(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : [])
  const [first, last] = [groups(head), groups(tail)]
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...middle, ...last].map(group => group.padStart(4, '0')).join('')
}
