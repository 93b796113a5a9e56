import type { FastifyRequest } from 'fastify'
import { systemOfToken } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import type { CallingSystem, SystemAnswer, SystemRoute } from '#platform/http'
import { makeUuid, parseUuid } from '#platform/ids'
import type { Parts } from '../parts.ts'
import { authorityOf, originOf } from '../request.ts'
import { RefusedCall, refusals } from './refusals.ts'

/**
 * Finds who calls, before anything of the call is read.
 * @throws RefusedCall for a route that asks for a token, without one, or with one that does not allow it
 */
export async function admitSystem(request: FastifyRequest, { scope }: SystemRoute): Promise<void> {
  if (scope === null) return
  request.system = await callerOf(request)
  if (request.system === null) throw new RefusedCall(refusals.noToken)
  if (!request.system.scopes.includes(scope)) throw new RefusedCall(refusals.wrongScope(scope))
}

/** Answers a call by its route. */
export async function serveSystem(
  request: FastifyRequest,
  parts: Parts,
  route: SystemRoute,
  body: Buffer,
): Promise<SystemAnswer> {
  const { database, sealer, name } = authorityOf(request)
  if (sealer === undefined) return route.refuse(refusals.away)
  return await route.handle({
    system: request.system,
    database,
    authorityName: name,
    sealer,
    body,
    headers: request.headers,
    query: request.query as Record<string, unknown>, // made by the server's own reader of queries
    params: request.params as Record<string, string>, // parts of the path
    origin: originOf(request, parts.isSecure),
    correlation: parseUuid(request.id) ?? makeUuid(),
  })
}

async function callerOf(request: FastifyRequest): Promise<CallingSystem | null> {
  const token = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) return null
  return await authorityOf(request).database.as(serviceActor('listener'), 'systems', work =>
    systemOfToken(work, token),
  )
}
