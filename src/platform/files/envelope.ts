import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const VERSION = 1
const KEY_ID = 8
const NONCE = 12
const TAG = 16
const HEAD = 1 + KEY_ID + NONCE + TAG

/** Tells which key sealed something, without telling the key. */
export const keyIdOf = (key: Uint8Array): Buffer =>
  createHash('sha256').update('kith key id').update(key).digest().subarray(0, KEY_ID)

/**
 * Seals bytes by AES-256-GCM. What comes out begins with a version, the key's id, the nonce and the tag.
 * @param about what the bytes belong to (authority, document): they open again under the same words only
 */
export function seal(key: Uint8Array, about: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), keyIdOf(key), nonce, cipher.getAuthTag(), sealed])
}

/** @returns the bytes, or null when they were altered, or sealed by another key or about something else */
export function unseal(key: Uint8Array, about: string, sealed: Uint8Array): Buffer | null {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < HEAD || bytes[0] !== VERSION) return null
  if (!bytes.subarray(1, 1 + KEY_ID).equals(keyIdOf(key))) return null
  const nonce = bytes.subarray(1 + KEY_ID, 1 + KEY_ID + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(1 + KEY_ID + NONCE, HEAD))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()])
  } catch {
    return null // the tag does not fit: there is nothing else to be said of it
  }
}
