import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'

/** A certificate with its private key, in PEM. */
export interface MadeCertificate {
  readonly cert: string
  readonly key: string
}

interface Asked {
  /** The common name of the subject. */
  readonly name: string
  readonly days: number
  /** Who signs it; left out, it signs itself and may sign others. */
  readonly by?: MadeCertificate & { readonly name: string }
}

/**
 * Makes a certificate for a trial: the demonstration hospital and tests. A hospital's own comes from the authority that
 * it and the council agreed on. It is valid for localhost and 127.0.0.1. Source: RFC 5280, section 4.1.
 */
export function makeCertificate({ name, days, by }: Asked): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const from = Temporal.Now.instant().subtract({ hours: 1 })
  const signer = by ? createPublicKey(by.key) : publicKey
  const extensions = [
    extension('551d13', true, by ? sequence() : sequence(tagged(0x01, yes))), // basic constraints
    extension('551d0f', true, tagged(0x03, by ? mayAgree : maySign)), // key usage
    extension('551d0e', false, tagged(0x04, keyId(publicKey))),
    extension('551d23', false, sequence(tagged(0x80, keyId(signer)))),
    extension('551d11', false, localNames),
  ]
  const inner = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf(by?.name ?? name),
    sequence(time(from), time(from.add({ hours: days * 24 }))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const signature = sign('sha256', inner, by?.key ?? privateKey)
  const whole = sequence(inner, ecdsaWithSha256, tagged(0x03, Buffer.from([0]), signature))
  return { cert: pem(whole), key: keyPem(privateKey) }
}

function keyPem(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }))
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').replaceAll(/(.{64})/g, '$1\n')
  return `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`
}

/** A value of ASN.1 in DER: its tag, its length and what it holds. */
function tagged(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...contents: readonly Buffer[]): Buffer {
  return tagged(0x30, ...contents)
}

function identifier(hexadecimal: string): Buffer {
  return tagged(0x06, Buffer.from(hexadecimal, 'hex'))
}

const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))

function nameOf(name: string): Buffer {
  return sequence(tagged(0x31, sequence(identifier('550403'), tagged(0x0c, Buffer.from(name)))))
}

/** Times before 2050 have two digits for the year, those after have four (RFC 5280, 4.1.2.5). */
function time(at: Temporal.Instant): Buffer {
  const digits = at.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, '')
  return digits < '2050' ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits))
}

const yes = Buffer.from([0xff])
/** Bits of key usage, after the number of bits unused: to sign certificates and lists, or to prove who one is. */
const maySign = Buffer.from([1, 0x06])
const mayAgree = Buffer.from([7, 0x80])

const localNames = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])))

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  const critical = isCritical ? [tagged(0x01, yes)] : []
  return sequence(identifier(id), ...critical, tagged(0x04, value))
}

/** What names a key: RFC 5280, 4.2.1.2 (1) hashes the bits of an elliptic key, which end its description. */
function keyId(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }).subarray(-65))
    .digest()
}
