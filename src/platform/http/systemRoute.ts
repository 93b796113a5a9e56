import type { Database } from '../db/index.ts'
import type { Sealer } from '../files/index.ts'
import type { Uuid } from '../ids/index.ts'

/** A system of another organisation, as the token that it showed says. */
export type CallingSystem = {
  readonly id: Uuid
  readonly organisationId: Uuid
  /** Organisation codes for which it may speak, in capitals. */
  readonly codes: readonly string[]
  readonly scopes: readonly string[]
}

/** What a system sent, unread: its body is no form of ours. */
export type SystemCall = {
  /** Null on a route that asks for no token. */
  readonly system: CallingSystem | null
  readonly database: Database
  /** The council's name. */
  readonly authorityName: string
  readonly sealer: Sealer
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly query: Readonly<Record<string, unknown>>
  readonly params: Readonly<Record<string, string>>
  /** Scheme, host and port by which the system reached us. */
  readonly origin: string
  readonly correlation: Uuid
}

export type SystemAnswer = {
  readonly status: number
  /** The content type. */
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** Why a call never reached its route, or what went wrong there: said in the route's own format. */
export type SystemRefusal = {
  readonly status: 400 | 401 | 403 | 404 | 406 | 413 | 415 | 429 | 500 | 503
  readonly code:
    | 'no_token'
    | 'wrong_scope'
    | 'too_large'
    | 'wrong_type'
    | 'too_many'
    | 'unreadable'
    | 'failed'
    | 'away'
  /** What to do about it. */
  readonly words: string
}

/** A route for systems of other organisations: no cookie, no page, no form. A token with the scope is shown with each call. */
export type SystemRoute = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** What the token must allow; null: the call needs none. */
  readonly scope: string | null
  readonly summary: string
  /** Content types that are read; a call with a body of any other is refused. */
  readonly takes?: readonly string[]
  handle(call: SystemCall): Promise<SystemAnswer>
  refuse(refusal: SystemRefusal): SystemAnswer
}

/** A refusal as problem details (RFC 9457). */
export const problemAnswer = ({ status, code, words }: SystemRefusal): SystemAnswer => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ type: `urn:kith:${code}`, status, title: words }),
})
