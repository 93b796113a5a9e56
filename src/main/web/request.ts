import type { FastifyRequest } from 'fastify'
import type { Admits, CallingSystem, Upload } from '#platform/http'
import type { Session } from '#platform/sign-in'
import type { Authority } from './serverOptions.ts'

/** What every route of the server declares; a test fails for one that does not. */
export interface RouteRule {
  /** `system`: whoever calls shows a token of a system of another organisation. */
  readonly admits: Admits | 'system'
  /** Answers under any host name: a load balancer asks by address. Such a route shows nothing of an authority. */
  readonly anyHost?: true
  /** Does not look at who is asking: files and machines' questions. */
  readonly noSession?: true
  /** A page without a sign-in: what is sent counts against a limit of its own. */
  readonly isPublicForm?: true
  /** Counts against the limit for signing in. */
  readonly isSignIn?: true
  /** Its form may carry a file. */
  readonly takesFiles?: true
}

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: RouteRule
  }
  interface FastifyRequest {
    /** Whose host was asked; null only on routes for any host. */
    authority: Authority | null
    session: Session | null
    /** The system of another organisation whose token was shown; null everywhere but on its routes. */
    system: CallingSystem | null
    /** Files that came with a form; null where none were read. */
    uploads: readonly Upload[] | null
    /** When the request came, in milliseconds of a steady clock. */
    began: number
  }
}

/** The authority of a request past the entrance. */
export function authorityOf(request: FastifyRequest): Authority {
  if (request.authority === null) throw new Error('A route for any host asked for its authority')
  return request.authority
}

/** Scheme, host and port by which this request reached us. */
export function originOf(request: FastifyRequest, isSecure: boolean): string {
  return new URL(`${isSecure ? 'https' : 'http'}://${request.host}`).origin
}
