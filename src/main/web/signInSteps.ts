import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '#platform/db'
import type { Uuid } from '#platform/ids'
import {
  ATTEMPT_MINUTES,
  type Claims,
  cookieName,
  cookieOptions,
  type Entrant,
  type IdentityProvider,
  keepAttempt,
  openSession,
  takeAttempt,
} from '#platform/sign-in'
import { html } from '#ui'
import { rememberEntrance } from './entranceCookie.ts'
import type { Parts } from './parts.ts'
import { authorityOf, originOf } from './request.ts'
import { sendProblem, type Trouble } from './sendProblem.ts'

/** By which provider somebody signs in, and for whom it may speak. */
export type Way = {
  readonly provider: IdentityProvider
  /** Of another organisation; null: the council's. */
  readonly providerId: Uuid | null
  findEntrant(database: Database, claims: Claims): Promise<Entrant>
}

/** Where a provider sends people back to: each to an address of its own, so that none can answer for another. */
const RETURN = '/sign-in/return'
const returnOf = ({ providerId }: Way): string => (providerId === null ? RETURN : `${RETURN}/${providerId}`)

const tryAgain = html`<p class="govuk-body"><a class="govuk-button" href="/sign-in" role="button">Sign in</a></p>`

const NOT_FINISHED: Trouble = {
  status: 400,
  title: 'Signing in did not finish',
  sentences: ['It took too long, or was begun in another browser. Try again.'],
  more: tryAgain,
}
const PROVIDER_AWAY: Trouble = {
  status: 503,
  title: 'You cannot sign in just now',
  sentences: ['The service that checks who you are did not answer as it should. Try again in a minute.'],
  more: tryAgain,
  showCode: true,
}
const NOT_ADMITTED: Trouble = {
  status: 403,
  title: 'You do not have access to Kith',
  sentences: [
    'We could not match your sign-in to someone who works with this record.',
    'If you need it for your work, ask your manager to have you added, or sign in again with two ways of proving who you are.',
  ],
  more: tryAgain,
}

const attemptCookie = (state: string, parts: Parts): string =>
  cookieName(`attempt_${state.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}`, parts.isSecure)

/** Sends somebody to a provider, and remembers why. */
export async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  { way, returnTo }: { readonly way: Way; readonly returnTo: string },
): Promise<FastifyReply> {
  const begun = await way.provider
    .begin(`${originOf(request, parts.isSecure)}${returnOf(way)}`)
    .catch((error: unknown) => noteFailure(request, parts, error))
  if (begun === null) return sendProblem(request, reply, parts, PROVIDER_AWAY)
  const { providerId } = way
  await keepAttempt(authorityOf(request).database, parts.clock, { ...begun.attempt, returnTo, providerId })
  const { state } = begun.attempt
  // The attempt belongs to this browser: nobody can finish theirs in it (login CSRF).
  reply.setCookie(attemptCookie(state, parts), state, cookieOptions(parts.isSecure, ATTEMPT_MINUTES * 60))
  return reply.redirect(begun.address, 303)
}

/** Takes somebody back from a provider and opens their session. */
export async function comeBack(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  way: Way,
): Promise<FastifyReply> {
  const { database } = authorityOf(request)
  const state = (request.query as Record<string, unknown>)['state'] // an object, by our own parser
  const name = typeof state === 'string' ? attemptCookie(state, parts) : ''
  const own = typeof state === 'string' && request.cookies[name] === state
  const { providerId } = way
  const attempt = own ? await takeAttempt(database, parts.clock, { state, providerId }) : null
  if (attempt === null) return sendProblem(request, reply, parts, NOT_FINISHED)
  reply.clearCookie(name, cookieOptions(parts.isSecure))
  const finished = await way.provider
    .finish(new URL(request.url, originOf(request, parts.isSecure)), attempt)
    .catch((error: unknown) => noteFailure(request, parts, error))
  if (finished === null) return sendProblem(request, reply, parts, NOT_FINISHED)
  const entrant = await way.findEntrant(database, finished.claims)
  if (entrant === null) return sendProblem(request, reply, parts, NOT_ADMITTED)
  const cookie = cookieName('session', parts.isSecure)
  const token = await openSession(database, parts.clock, parts.sessionLimits, {
    ...entrant,
    // Another organisation's provider is not asked to sign anybody out: its session is its own.
    ...(providerId === null ? { idToken: finished.idToken } : { providerId }),
    replaces: request.cookies[cookie],
  })
  reply.setCookie(cookie, token, cookieOptions(parts.isSecure))
  rememberEntrance(reply, parts, providerId ?? 'council')
  return reply.redirect(attempt.returnTo, 303)
}

function noteFailure(request: FastifyRequest, parts: Parts, error: unknown): null {
  parts.log.warn('sign-in failed', { correlation: request.id, error })
  return null
}
