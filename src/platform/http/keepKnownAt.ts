/** The parameter by which a page is asked for as the record stood at a past moment. */
export const KNOWN_AT = 'known-at'

const LINK = /\b(href)="(\/(?!\/)[^"]*)"/g
const PRESENT_ONLY = /^\/(assets|sign-in|sign-out|signed-out|session|accessibility|privacy|help)\b/
const POST_FORM = /<form\b[^>]*\bmethod="post"[^>]*>[\s\S]*?<\/form>/gi
const GET_FORM = /<form\b(?![^>]*\bmethod="post")[^>]*>/gi

/** A local path with the parameter added. @param and how parameters are joined: `&`, or `&amp;` inside HTML */
export function withKnownAt(path: string, value: string, and = '&'): string {
  if (PRESENT_ONLY.test(path)) return path
  const [before = '', ...fragment] = path.split('#')
  const joined = `${before}${before.includes('?') ? and : '?'}${KNOWN_AT}=${encodeURIComponent(value)}`
  return [joined, ...fragment].join('#')
}

/**
 * Keeps a finished page in the past: its local links and filters carry the moment on, and forms that would change
 * something are left out. Works on our own HTML, in which every attribute is double-quoted and all text escaped.
 * @param value the moment as the reader wrote it
 */
export function keepKnownAt(page: string, value: string): string {
  const hidden = `<input type="hidden" name="${KNOWN_AT}" value="${value.replace(/[^0-9A-Za-z:.+-]/g, '')}">`
  return page
    .replace(POST_FORM, '')
    .replace(GET_FORM, form => form + hidden)
    .replace(LINK, (_whole, name: string, path: string) => `${name}="${withKnownAt(path, value, '&amp;')}"`)
}
