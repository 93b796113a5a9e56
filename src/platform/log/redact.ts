/**
 * Words that, anywhere in a field's name, mark it as being about a person or as a secret. A log carries ids, never people:
 * it is read by more eyes, and kept in more places, than the record.
 */
const PERSONAL =
  /(^name$|(first|given|family|last|middle|full|known|display|birth|maiden|child|person|user)_?name|surname|forename|birth|dob|address|postcode|phone|mobile|telephone|e_?mail|nhs|upn|uln|nino|ethnicity|religion|gender|narrative|notes?$|body|content|comment|subject$|title$|password|secret|token|cookie|authorization|session|api_?key|parameters|params$|bindings)/i

const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)[^\s@]+@/gi
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g
const DEEPEST = 6

/** Text with passwords inside addresses and e-mail addresses struck out. */
export function redactText(text: string): string {
  return text
    .replace(URL_PASSWORD, '$1[redacted]@')
    .replace(EMAIL, address => (address.startsWith('[') ? address : '[redacted]'))
}

/** A copy of `value` for the log: personal and secret fields struck out at any depth, errors reduced to what locates them. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '[deep]'
  if (value instanceof Error) return redactError(value, depth)
  if (Array.isArray(value)) return value.map(item => redact(item, depth + 1))
  if ('toJSON' in value && typeof value.toJSON === 'function') return redact(value.toJSON(), depth + 1)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      PERSONAL.test(key) ? '[redacted]' : redact(item, depth + 1),
    ]),
  )
}

/** Database errors repeat the offending row in `detail` and `where`: only code, constraint and table are kept. */
function redactError(error: Error, depth: number): unknown {
  const { code, constraint, table } = error as Error & {
    code?: unknown
    constraint?: unknown
    table?: unknown
  }
  return {
    type: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code: String(code) }),
    ...(constraint === undefined ? {} : { constraint: String(constraint) }),
    ...(table === undefined ? {} : { table: String(table) }),
    ...(error.stack ? { stack: redactText(error.stack.split('\n').slice(1).join('\n')) } : {}),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  }
}
