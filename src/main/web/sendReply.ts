import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Reply, safeFileName, sealFlash, withKnownAt, writeCsv } from '#platform/http'
import { cookieName, cookieOptions } from '#platform/sign-in'
import { sendForbidden } from './admit.ts'
import { sendLive } from './live/sendLive.ts'
import type { Parts } from './parts.ts'
import type { PrintSource } from './prints/keptPrint.ts'
import { sendFile, sendPrint } from './prints/sendPrint.ts'
import { type PastMoment, sendPage } from './renderPage.ts'
import { NOT_FOUND, sendProblem } from './sendProblem.ts'

/** A route's reply and the moment it is of. */
export interface Answer {
  readonly answer: Reply
  readonly past: PastMoment | null
  /** How the answer is come by once more; left out where nobody is signed in. */
  readonly source?: PrintSource
}

/** Sends a route's reply in its form: page, redirect, CSV, JSON, or a refusal. */
export async function sendReply(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  given: Answer,
): Promise<FastifyReply> {
  const { answer, past, source } = given
  switch (answer.kind) {
    case 'page':
      return sendPage(request, reply, parts, { ...answer, ...(past === null ? {} : { past }) })
    case 'redirect':
      return redirect(request, reply, parts, answer, past)
    case 'csv':
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${safeFileName(answer.fileName, 'csv')}"`)
        .send(writeCsv(answer.header, answer.rows))
    case 'file':
      return sendFile(reply, answer)
    case 'print':
      if (source !== undefined) return sendPrint(request, reply, parts, answer, source)
      return sendFile(reply, { ...answer, mediaType: 'application/pdf', bytes: await answer.make() })
    case 'json':
      return reply
        .code(answer.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body))
    case 'live':
      return sendLive(request, reply, parts, answer, source)
    case 'not_found':
      return sendProblem(request, reply, parts, NOT_FOUND)
    case 'forbidden':
      return sendForbidden(request, reply, parts, answer.ask)
  }
}

function redirect(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  answer: Extract<Reply, { kind: 'redirect' }>,
  past: PastMoment | null,
): FastifyReply {
  if (!/^\/(?![/\\])/.test(answer.location)) throw new Error('A route redirects to paths of our own only')
  if (answer.success !== undefined && request.session !== null)
    reply.setCookie(
      cookieName('flash', parts.isSecure),
      sealFlash(answer.success, request.session.csrfSecret),
      cookieOptions(parts.isSecure, 60),
    )
  return reply.redirect(past === null ? answer.location : withKnownAt(answer.location, past.written), 303)
}
