import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, in letters that a cookie may hold. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: whoever reads the table cannot use it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
