import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SystemAnswer, SystemRefusal, SystemRoute } from '#platform/http'
import { troubleOf } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { noBody, RefusedCall, refusals } from './refusals.ts'
import { admitSystem, serveSystem } from './serveSystem.ts'
import { tokenRoute } from './tokenRoute.ts'

/** As large as a message may be that a hospital sends by any door. */
const MOST_BYTES = 1_048_576

/**
 * Routes for systems of other organisations. They stand apart from pages: bodies are kept as they came, nobody has a session or a cookie,
 * and every answer, refusals too, is in the format of the route.
 */
export async function addSystems(
  server: FastifyInstance,
  parts: Parts,
  routes: readonly SystemRoute[],
): Promise<void> {
  await server.register(async scope => {
    scope.removeAllContentTypeParsers()
    const options = { parseAs: 'buffer', bodyLimit: MOST_BYTES } as const
    scope.addContentTypeParser('*', options, async (_request: FastifyRequest, body: Buffer) => body)
    for (const route of [tokenRoute, ...routes]) addSystemRoute(scope, parts, route)
  })
}

function addSystemRoute(server: FastifyInstance, parts: Parts, route: SystemRoute): void {
  const { perSystem: max } = parts.limits
  const limit = server.createRateLimit({
    max,
    timeWindow: 60_000,
    keyGenerator: request => `x ${request.ip}`,
  })
  server.route({
    method: route.method,
    url: route.url,
    config: { rule: { admits: route.scope === null ? 'anyone' : 'system', noSession: true } },
    schema: { summary: route.summary, tags: ['systems'] },
    onRequest: async request => {
      const check = await limit(request)
      if (!check.isAllowed && check.isExceeded) throw new RefusedCall(refusals.tooMany)
      await admitSystem(request, route)
      if (!isRead(route, request)) throw new RefusedCall(refusals.wrongType(route.takes ?? []))
    },
    handler: async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : noBody
      return send(reply, await serveSystem(request, parts, route, body))
    },
    errorHandler: (error, request, reply) => {
      const refusal = refusalOf(error)
      const fields = { correlation: request.id, route: route.url, error }
      if (refusal.status >= 500) parts.log.error('a call of a system failed', fields)
      if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
      if (refusal.status === 429) reply.header('retry-after', '60')
      return send(reply, route.refuse(refusal))
    },
  })
}

function isRead({ method, takes }: SystemRoute, request: FastifyRequest): boolean {
  if (method === 'GET' || takes === undefined) return true
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  return takes.includes(type.trim().toLowerCase())
}

function refusalOf(error: unknown): SystemRefusal {
  if (error instanceof RefusedCall) return error.refusal
  const { status } = troubleOf(error)
  if (status === 413) return refusals.tooLarge
  if (status === 415) return refusals.wrongType([])
  if (status === 503 || status === 507) return refusals.away
  return status < 500 ? refusals.unreadable : refusals.failed
}

/** Nothing that is told to a system may be kept on the way. */
function send(reply: FastifyReply, { status, type, body, headers = {} }: SystemAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', ...headers })
    .type(type)
    .send(body)
}
