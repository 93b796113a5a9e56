/** A version 7 or random UUID in lower case, as PostgreSQL prints it. */
export type Uuid = string & { readonly __brand: 'Uuid' }

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** @returns the text as an id, or null when it is not one; upper case is accepted and lowered. */
export function parseUuid(text: string): Uuid | null {
  const lower = text.toLowerCase()
  return shape.test(lower) ? (lower as Uuid) : null // the shape was just tested
}

/**
 * A new key of the record, ordered by time (RFC 9562 version 7), so that indexes stay compact. Never given to a family
 * or a partner: it tells when it was made.
 * @param now milliseconds since the epoch
 */
export function makeUuid(now: number = Temporal.Now.instant().epochMilliseconds): Uuid {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(now) << 16n) | BigInt(0x7000 | (((bytes[6] ?? 0) << 8) & 0x0f00) | (bytes[7] ?? 0)),
  )
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
}
