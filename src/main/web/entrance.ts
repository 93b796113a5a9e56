import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hostileRequest } from '#platform/http'
import { cookieName, readSession } from '#platform/sign-in'
import type { Parts } from './parts.ts'

/** The first thing that happens to every request: its form is checked, its authority found, its session read. */
export function addEntrance(server: FastifyInstance, parts: Parts): void {
  server.decorateRequest('authority', null)
  server.decorateRequest('session', null)
  server.decorateRequest('system', null)
  server.decorateRequest('began', 0)
  server.addHook('onRequest', async (request, reply) => {
    request.began = performance.now()
    reply.headers(parts.headers)
    if (hostileRequest(request.raw) !== null) return refuse(reply, 400, 'This request could not be read.')
    const rule = request.routeOptions.config.rule
    request.authority = parts.authorities.get(hostOf(request)) ?? null
    if (request.authority === null && rule?.anyHost !== true)
      return refuse(reply, 421, 'This service has no council under this address. Check the address.')
    if (rule?.noSession !== true) await recognise(request, parts)
    return undefined
  })
}

const hostOf = (request: FastifyRequest): string => (request.hostname ?? '').toLowerCase().replace(/\.$/, '')

function refuse(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply.code(status).type('text/plain; charset=utf-8').send(`${sentence}\n`)
}

async function recognise(request: FastifyRequest, parts: Parts): Promise<void> {
  const token = request.cookies[cookieName('session', parts.isSecure)]
  if (token === undefined || token === '' || request.authority === null) return
  request.session = await readSession(request.authority.database, parts.clock, parts.sessionLimits, token)
}
