/** Nothing that is told nests so deep: it is made to exhaust whoever walks it. */
const DEEPEST = 40

/** The JSON of what a system sent, or what is wrong with it. A byte order mark is allowed. */
export function readJson(
  bytes: Uint8Array,
): { readonly json: unknown } | { readonly fault: 'not_json' | 'too_deep' } {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
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
