import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localPath } from '#platform/http'
import {
  ATTEMPT_MINUTES,
  cookieName,
  cookieOptions,
  findEntrant,
  type IdentityProvider,
  keepAttempt,
  openSession,
  takeAttempt,
} from '#platform/sign-in'
import { html } from '#ui'
import type { Parts } from './parts.ts'
import { authorityOf, originOf } from './request.ts'
import { sendProblem, type Trouble } from './sendProblem.ts'

/** The identity provider of a request's authority; null when none is set up. */
export type ProviderOf = (request: FastifyRequest) => Promise<IdentityProvider | null>

const RETURN = '/sign-in/return'
const rule = { admits: 'anyone', isSignIn: true } as const
const tryAgain = html`<p class="govuk-body"><a class="govuk-button" href="/sign-in" role="button">Sign in</a></p>`

const NO_PROVIDER: Trouble = {
  status: 503,
  title: 'Sign-in is not set up',
  sentences: ['Whoever runs this service needs to name an identity provider (KITH_ISSUER).'],
}
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

/** Leaving for the identity provider and coming back. */
export function addSignIn(server: FastifyInstance, parts: Parts, providerOf: ProviderOf): void {
  const config = { rule }
  server.get('/sign-in', { config, schema: { hide: true } }, async (request, reply) => {
    const returnTo = localPath((request.query as Record<string, unknown>)['return']) // an object, by our own parser
    if (request.session !== null) return reply.redirect(returnTo, 303)
    if (isInvited(request, parts))
      return reply.redirect(`/sign-in/invited?return=${encodeURIComponent(returnTo)}`, 303)
    const provider = await providerOf(request)
    return provider === null
      ? sendProblem(request, reply, parts, NO_PROVIDER)
      : leave(request, reply, parts, provider, returnTo)
  })
  server.get(RETURN, { config, schema: { hide: true } }, async (request, reply) => {
    const provider = await providerOf(request)
    return provider === null
      ? sendProblem(request, reply, parts, NO_PROVIDER)
      : comeBack(request, reply, parts, provider)
  })
}

/** Whoever last came in here by an invitation's keys is led to these again, unless they ask for their organisation's provider. */
const isInvited = (request: FastifyRequest, parts: Parts): boolean =>
  request.cookies[cookieName('entrance', parts.isSecure)] === 'invited' &&
  (request.query as Record<string, unknown>)['by'] !== 'organisation'

async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  provider: IdentityProvider,
  returnTo: string,
): Promise<FastifyReply> {
  const begun = await provider
    .begin(`${originOf(request, parts.isSecure)}${RETURN}`)
    .catch((error: unknown) => noteFailure(request, parts, error))
  if (begun === null) return sendProblem(request, reply, parts, PROVIDER_AWAY)
  await keepAttempt(authorityOf(request).database, parts.clock, { ...begun.attempt, returnTo })
  const { state } = begun.attempt
  // The attempt belongs to this browser: nobody can finish theirs in it (login CSRF).
  reply.setCookie(attemptCookie(state, parts), state, cookieOptions(parts.isSecure, ATTEMPT_MINUTES * 60))
  return reply.redirect(begun.address, 303)
}

async function comeBack(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  provider: IdentityProvider,
): Promise<FastifyReply> {
  const { database } = authorityOf(request)
  const state = (request.query as Record<string, unknown>)['state'] // an object, by our own parser
  const name = typeof state === 'string' ? attemptCookie(state, parts) : ''
  const own = typeof state === 'string' && request.cookies[name] === state
  const attempt = own ? await takeAttempt(database, parts.clock, state) : null
  if (attempt === null) return sendProblem(request, reply, parts, NOT_FINISHED)
  reply.clearCookie(name, cookieOptions(parts.isSecure))
  const finished = await provider
    .finish(new URL(request.url, originOf(request, parts.isSecure)), attempt)
    .catch((error: unknown) => noteFailure(request, parts, error))
  if (finished === null) return sendProblem(request, reply, parts, NOT_FINISHED)
  const entrant = await findEntrant(database, parts.clock, parts.entryRules, finished.claims)
  if (entrant === null) return sendProblem(request, reply, parts, NOT_ADMITTED)
  const cookie = cookieName('session', parts.isSecure)
  const token = await openSession(database, parts.clock, parts.sessionLimits, {
    ...entrant,
    idToken: finished.idToken,
    replaces: request.cookies[cookie],
  })
  reply.setCookie(cookie, token, cookieOptions(parts.isSecure))
  return reply.redirect(attempt.returnTo, 303)
}

function noteFailure(request: FastifyRequest, parts: Parts, error: unknown): null {
  parts.log.warn('sign-in failed', { correlation: request.id, error })
  return null
}
