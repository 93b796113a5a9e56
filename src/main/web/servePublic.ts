import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { serviceActor } from '#platform/db'
import { CSRF_FIELD, csrfToken, isCsrfToken, isOwnRequest, type Route, typedFields } from '#platform/http'
import { makeUuid, parseUuid } from '#platform/ids'
import { cookieName, cookieOptions } from '#platform/sign-in'
import { fieldsOf } from './admit.ts'
import type { Parts } from './parts.ts'
import { readVisit } from './readVisit.ts'
import { authorityOf, originOf } from './request.ts'
import { NOT_FOUND, sendProblem, type Trouble } from './sendProblem.ts'
import { sendReply } from './sendReply.ts'

const SECRET = /^[\w-]{43}$/
const DAY = 86_400

/**
 * Answers a page that needs no sign-in. The transaction acts as the route's service, which reads nothing of anybody; whoever
 * is signed in is not looked at. A form must carry the token of a random cookie of its own browser (double submit), since
 * there is no session to hold it; one that does not is shown again with what was typed, never lost.
 */
export function servePublic(route: Route, parts: Parts) {
  const service = route.actsAs
  if (service === undefined) throw new Error(`The public route ${route.url} names no service`)
  const actor = serviceActor(service)
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const read = readVisit(route, request)
    if (read.kind !== 'read') return sendProblem(request, reply, parts, NOT_FOUND)
    const secret = ownSecret(request, parts)
    if (route.method === 'POST' && !isOurs(request, parts, secret))
      return sendProblem(request, reply, parts, foreign(request))
    const kept = secret ?? randomBytes(32).toString('base64url')
    reply.setCookie(cookieName('form', parts.isSecure), kept, cookieOptions(parts.isSecure, DAY))
    const [path = '/'] = request.url.split('?')
    const visit = {
      ...read,
      me: { id: actor.id, class: 'practitioner' as const, name: '' }, // nobody: a public route has no use for it
      sent: fieldsOf(request),
      path,
      form: { csrf: csrfToken(kept), submission: makeUuid() },
    }
    const answer = await authorityOf(request).database.as(
      actor,
      route.purpose,
      work => route.handle({ ...visit, work }),
      { correlation: parseUuid(request.id) ?? makeUuid() },
    )
    return sendReply(request, reply, parts, { answer, past: null })
  }
}

/** The secret that this browser was given with the form, or null. */
function ownSecret(request: FastifyRequest, parts: Parts): string | null {
  const value = request.cookies[cookieName('form', parts.isSecure)]
  return value !== undefined && SECRET.test(value) ? value : null
}

const isOurs = (request: FastifyRequest, parts: Parts, secret: string | null): boolean =>
  secret !== null &&
  isOwnRequest(request.headers, originOf(request, parts.isSecure)) &&
  isCsrfToken(fieldsOf(request)[CSRF_FIELD], secret)

const foreign = (request: FastifyRequest): Trouble => ({
  status: 403,
  title: 'This form could not be accepted',
  sentences: [
    'Nothing has been sent. Your browser may not keep cookies, or the form was open for more than a day.',
    'What you wrote is below: copy it, open the form again and send it from there. If somebody is in danger now, call 999.',
  ],
  more: typedFields(fieldsOf(request)),
})
