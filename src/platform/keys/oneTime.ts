import { createHmac, randomBytes } from 'node:crypto'

const STEP_SECONDS = 30
const DIGITS = 6
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new authenticator's secret: 160 bits, as RFC 4226 section 4 recommends. */
export const makeSecret = (): Buffer => randomBytes(20)

/** The step of time that an instant is in (RFC 6238 section 4). */
export const stepAt = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000 / STEP_SECONDS)

/** The number of one step (RFC 4226 section 5.3, HMAC-SHA-1 as authenticators have it). */
export function numberOf(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose number this is, now or one step to either side, since clocks of telephones differ; null when it is none of them, or
 * is not after the last that served.
 */
export function stepOf(
  secret: Uint8Array,
  given: string,
  now: Temporal.Instant,
  after: number,
): number | null {
  const at = stepAt(now)
  const found = [at - 1, at, at + 1].filter(step => numberOf(secret, step) === given)
  return found.find(step => step > after) ?? null
}

/** The secret as it is typed into an authenticator by hand (RFC 4648 base 32). */
export function secretText(secret: Uint8Array): string {
  const bits = [...secret].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => BASE_32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** A secret from how it is typed. */
export const secretFrom = (text: string): Buffer => {
  const bits = [...text].map(letter => BASE_32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(eight => Number.parseInt(eight, 2)))
}

/** The address that opens an authenticator on the same telephone; it names nobody, and no service unless the label does. */
export const authenticatorAddress = (secret: Uint8Array, label = 'Messages'): string =>
  `otpauth://totp/${encodeURIComponent(label)}?secret=${secretText(secret)}`
