import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type Admits,
  CSRF_FIELD,
  isCsrfToken,
  isOwnRequest,
  isScript,
  typedFields,
  wantsJson,
} from '#platform/http'
import { html } from '#ui'
import type { Parts } from './parts.ts'
import { presentPath } from './renderPage.ts'
import { originOf } from './request.ts'
import { sendProblem } from './sendProblem.ts'

/**
 * Lets a request pass, or answers it: who is not signed in is led to the sign-in and back; a class that the route does
 * not admit, and a form that is not ours, are refused.
 * @returns undefined to go on, or the reply sent
 */
export function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  admits: Admits,
): FastifyReply | undefined {
  if (admits !== 'anyone') {
    if (request.session === null) return askToSignIn(request, reply, parts)
    if (admits !== 'signed_in' && !admits.includes(request.session.class))
      return sendForbidden(request, reply, parts, 'Ask your manager if you need it for your work.')
  }
  if (request.method === 'GET' || isOurs(request, parts)) return undefined
  return sendProblem(request, reply, parts, {
    status: 403,
    title: 'This form could not be accepted',
    sentences: [
      'It did not come from a page of yours that is still valid. Open the form again and send it from there.',
    ],
    more: typedFields(fieldsOf(request)),
  })
}

/** Answers that a class of user may not do this, and whom to ask. */
export function sendForbidden(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  ask: string,
): FastifyReply {
  return sendProblem(request, reply, parts, {
    status: 403,
    title: 'Your role does not include this',
    sentences: [ask],
  })
}

/** The fields of a body, none when it has none. */
export function fieldsOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const { body } = request
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {}
}

function isOurs(request: FastifyRequest, parts: Parts): boolean {
  if (!isOwnRequest(request.headers, originOf(request, parts.isSecure))) return false
  if (request.session === null) return true
  const token = fieldsOf(request)[CSRF_FIELD] ?? request.headers['x-csrf-token']
  return isCsrfToken(token, request.session.csrfSecret)
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply, parts: Parts): FastifyReply {
  const address = `/sign-in?return=${encodeURIComponent(request.url)}`
  if (request.method === 'GET' && !isScript(request.headers) && !wantsJson(request.headers))
    return reply.redirect(address, 303)
  return sendProblem(request, reply, parts, {
    status: 401,
    title: 'You have been signed out',
    sentences: ['Sign in again to carry on. Your drafts are kept.'],
    more: html`<p class="govuk-body"><a class="govuk-link" href="/sign-in?return=${encodeURIComponent(presentPath(request))}" target="_blank" rel="noopener">Sign in (opens in a new tab)</a></p>${typedFields(fieldsOf(request))}`,
  })
}
