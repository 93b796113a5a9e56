import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { KithError } from '#platform/errors'
import { typedFields } from '#platform/http'
import type { PortalParts } from './portalParts.ts'
import { sendTrouble } from './sendPortal.ts'

/** For requests that never got as far as a portal. */
export const bare = (reply: FastifyReply, parts: PortalParts, status: number): FastifyReply =>
  reply
    .code(status)
    .headers(parts.headers)
    .type('text/plain; charset=utf-8')
    .send('This could not be read.\n')

/** Answers every error with a page of the portal's own, and logs those that are bugs or outages. */
export function addErrors(server: FastifyInstance, parts: PortalParts): void {
  server.setNotFoundHandler((request, reply) => sendTrouble(request, reply, parts, 404))
  server.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error)
    const fields = { correlation: request.id, route: request.routeOptions?.url, error }
    if (status >= 500) parts.log.error('request failed', fields)
    else if (status === 404) parts.log.warn('the database refused a row', fields)
    if (request.portal === null) return bare(reply, parts, status)
    const isTry = request.routeOptions?.config.isTry === true // a secret word is not printed back
    const typed = isTry ? undefined : typedFields(bodyOf(request))
    return sendTrouble(request, reply, parts, status, typed)
  })
}

/** A row that the database would not take is one that is not theirs, or not there. */
function statusOf(error: unknown): number {
  const { code, statusCode, message } = error as { code?: unknown; statusCode?: unknown; message?: unknown }
  if (code === '42501' && String(message).includes('row-level security')) return 404
  if (error instanceof KithError) return error.status
  return typeof statusCode === 'number' ? statusCode : 500
}

const bodyOf = (request: FastifyRequest): Readonly<Record<string, unknown>> =>
  typeof request.body === 'object' && request.body !== null ? { ...request.body } : {}
