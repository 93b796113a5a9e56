/** Nothing that is told nests so deep: it is made to exhaust whoever walks it. */
const DEEPEST = 40

/** Escapes of what PostgreSQL keeps in no text: NUL, and halves of a character. */
const UNSTORABLE = /\\u(0000|d[89a-f])/i

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value

/** The JSON of what a system sent, or what is wrong with it. A byte order mark is allowed. */
export function readJson(
  bytes: Uint8Array,
): { readonly json: unknown } | { readonly fault: 'not_json' | 'too_deep' } {
  let json: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    json = JSON.parse(text, UNSTORABLE.test(text) ? storable : undefined)
  } catch {
    return { fault: 'not_json' }
  }
  return isTooDeep(json) ? { fault: 'too_deep' } : { json }
}

function isTooDeep(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap(value => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
