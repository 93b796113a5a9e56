import type { IncomingMessage } from 'node:http'

const MOST_HEADERS = 100

/**
 * Why a request's outer form is refused, or null: forms that servers and proxies in a row read differently, by which a
 * request can be smuggled past one of them.
 */
export function hostileRequest(raw: Pick<IncomingMessage, 'rawHeaders' | 'url' | 'headers'>): string | null {
  const names = raw.rawHeaders.filter((_, index) => index % 2 === 0).map(name => name.toLowerCase())
  if (names.length > MOST_HEADERS) return 'too many headers'
  for (const single of ['host', 'content-length', 'content-type', 'authorization'])
    if (names.filter(name => name === single).length > 1) return `more than one ${single}`
  if (names.includes('content-length') && names.includes('transfer-encoding')) return 'two lengths'
  const url = raw.url ?? ''
  if (!url.startsWith('/') || url.startsWith('//')) return 'a foreign address'
  return /%00/.test(url) ? 'NUL in the address' : null
}
