import type { IncomingHttpHeaders } from 'node:http'

/** An error as RFC 9457 writes it. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail?: string
  /** To tell us which request it was. */
  readonly correlation?: string
}

/** Whether the asker is a program that wants JSON rather than a person with a browser. */
export function wantsJson(headers: IncomingHttpHeaders): boolean {
  const accept = headers.accept ?? ''
  if (accept.includes('text/html')) return false
  return /\bapplication\/(problem\+)?json\b/.test(accept)
}

/** Whether one of our scripts asks: it is answered 401 rather than sent to the sign-in page, which it could not show. */
export function isScript(headers: IncomingHttpHeaders): boolean {
  return headers['x-requested-with'] === 'fetch'
}
