import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type DoorRoute,
  type InsideRoute,
  noteShown,
  type PortalReply,
  type PortalRoute,
} from '#modules/family-portal'
import {
  CSRF_FIELD,
  csrfToken,
  type FormKeys,
  findSubmission,
  isCsrfToken,
  isOwnRequest,
  keepSubmission,
  SUBMISSION_FIELD,
  submissionHash,
  typedFields,
} from '#platform/http'
import { makeUuid, parseUuid, type Uuid } from '#platform/ids'
import type { PortalParts } from './portalParts.ts'
import { doorOf, portalCookie } from './portalRequest.ts'
import { sendPortal, sendTrouble } from './sendPortal.ts'

type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Answers one route of the portal. */
export const servePortal = (route: PortalRoute, parts: PortalParts): Serve =>
  route.admits === 'in' ? serveInside(route, parts) : serveAtDoor(route, parts)

/** The fields of a form, none when it has none. */
function sentOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const { body } = request
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/'

const originOf = (request: FastifyRequest, parts: PortalParts): string =>
  new URL(`${parts.isSecure ? 'https' : 'http'}://${request.host}`).origin

/** Whether a form came from a page of ours, shown in this session or this browser. */
function isOurs(request: FastifyRequest, parts: PortalParts, secret: string | null): boolean {
  if (request.method === 'GET') return true
  return (
    secret !== null &&
    isOwnRequest(request.headers, originOf(request, parts)) &&
    isCsrfToken(sentOf(request)[CSRF_FIELD], secret)
  )
}

const SECRET = /^[\w-]{43}$/

/** A page of somebody who is not in. Its form carries the token of a random cookie of this browser, or of the joining session. */
function serveAtDoor(route: DoorRoute, parts: PortalParts): Serve {
  return async (request, reply) => {
    const params = route.params?.safeParse(request.params)
    if (params?.success === false) return sendTrouble(request, reply, parts, 404)
    const session = request.family
    if (route.admits === 'joining' && session === null) return reply.redirect('/start', 303)
    const secret = session?.csrfSecret ?? ownSecret(request, parts)
    if (!isOurs(request, parts, secret)) return sendTrouble(request, reply, parts, 403)
    const kept = secret ?? randomBytes(32).toString('base64url')
    if (session === null) reply.setCookie(parts.cookies.form, kept, portalCookie(parts))
    const answer = await route.enter({
      params: params?.data,
      query: { ...(request.query as object) },
      sent: sentOf(request),
      path: pathOf(request),
      form: { csrf: csrfToken(kept), submission: makeUuid() },
      door: doorOf(request, parts),
      address: request.ip,
      token: request.cookies[parts.cookies.session],
      session,
      isDemo: request.portal?.isDemo === true,
    })
    return sendPortal(request, reply, parts, answer)
  }
}

function ownSecret(request: FastifyRequest, parts: PortalParts): string | null {
  const value = request.cookies[parts.cookies.form]
  return value !== undefined && SECRET.test(value) ? value : null
}

/** A page of somebody who is in: one transaction as their account, with its audit entry and its form's key. */
function serveInside(route: InsideRoute, parts: PortalParts): Serve {
  return async (request, reply) => {
    const session = request.family
    if (session === null) return askToSignIn(request, reply, parts)
    if (session.stage !== 'in') return reply.redirect('/word', 303)
    const sent = sentOf(request)
    if (!isOurs(request, parts, session.csrfSecret))
      return sendTrouble(request, reply, parts, 403, typedFields(sent))
    const params = route.params?.safeParse(request.params)
    if (params?.success === false) return sendTrouble(request, reply, parts, 404)
    const key = keyOf(route, sent)
    if (key === 'missing') return sendTrouble(request, reply, parts, 400, typedFields(sent))
    const answer = await transact(route, request, parts, { params: params?.data, sent, key })
    if (answer === 'other submission') return sendTrouble(request, reply, parts, 409, typedFields(sent))
    return sendPortal(request, reply, parts, answer)
  }
}

/** The key of a form sent once; null where a second sending is harmless. */
function keyOf(route: PortalRoute, sent: Readonly<Record<string, unknown>>): Uuid | 'missing' | null {
  if (route.method === 'GET' || route.repeats === true || 'save_draft' in sent) return null
  const given = sent[SUBMISSION_FIELD]
  return (typeof given === 'string' ? parseUuid(given) : null) ?? 'missing'
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply, parts: PortalParts): FastifyReply {
  if (request.method === 'GET') return reply.redirect('/sign-in', 303)
  return sendTrouble(request, reply, parts, 403, typedFields(sentOf(request)))
}

type Prepared = {
  readonly params: unknown
  readonly sent: Readonly<Record<string, unknown>>
  readonly key: Uuid | null
}

async function transact(
  route: InsideRoute,
  request: FastifyRequest,
  parts: PortalParts,
  { params, sent, key }: Prepared,
): Promise<PortalReply | 'other submission'> {
  const session = request.family
  if (session === null) throw new Error('Nobody is in')
  const path = pathOf(request)
  const hash = submissionHash(path, sent)
  const form: FormKeys = { csrf: csrfToken(session.csrfSecret), submission: makeUuid() }
  const query = { ...(request.query as object) }
  return doorOf(request, parts)
    .database.as(
      { id: session.accountId, class: 'family' },
      'portal',
      async work => {
        const before = key === null ? null : await findSubmission(work, key, hash)
        if (before?.kind === 'again') return { kind: 'redirect', location: before.location } as const
        if (before?.kind === 'other') return 'other submission' as const
        const answer = await route.handle({ params, query, sent, path, form, work, session })
        if ('shown' in answer && answer.shown !== 'nothing') await noteShown(work, answer.shown, route.url)
        if (key !== null && answer.kind === 'redirect') await keepSubmission(work, key, hash, answer.location)
        return answer
      },
      { correlation: parseUuid(request.id) ?? makeUuid() },
    )
    .catch((error: unknown) => {
      if ((error as { constraint?: unknown }).constraint === 'submission_pkey')
        return 'other submission' as const
      throw error
    })
}
