import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The token that a session's forms carry. */
export function csrfToken(secret: string): string {
  return createHmac('sha256', secret).update('form').digest('base64url')
}

/** Whether a token is this session's, told in a time that does not depend on it. */
export function isCsrfToken(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false
  const [a, b] = [Buffer.from(given), Buffer.from(csrfToken(secret))]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Whether the browser says that a page of our own sent this request. Under our no-referrer policy browsers name the
 * origin of our own forms "null", so that word alone proves nothing; the token decides then.
 * @param origin ours, such as https://kith.example
 */
export function isOwnRequest(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || headers.origin === 'null' || headers.origin === origin
}
