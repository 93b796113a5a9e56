import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Parts } from './parts.ts'

/** Buckets in seconds, around what a page may take. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Logs and counts every answer: the route's pattern, never the address asked for, since that holds ids and what was
 * searched. The visitor is a short hash of their session, to tell one from another and no more.
 * @returns the figures, for the private port
 */
export function addAccessLog(server: FastifyInstance, parts: Parts): Registry {
  const figures = new Registry()
  collectDefaultMetrics({ register: figures })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [figures],
  })
  server.addHook('onResponse', async (request, reply) => {
    const ms = performance.now() - request.began
    const route = request.routeOptions?.url ?? 'none'
    const status = reply.statusCode
    duration.observe({ method: request.method, route, status }, ms / 1000)
    if (request.routeOptions?.config.rule?.noSession === true && status < 400) return
    parts.log.info('request', {
      correlation: request.id,
      method: request.method,
      route,
      status,
      ms: Math.round(ms * 10) / 10,
      visitor: visitor(request),
    })
  })
  return figures
}

function visitor(request: FastifyRequest): string | undefined {
  if (request.session === null) return undefined
  return createHash('sha256').update(request.session.tokenHash).digest('hex').slice(0, 8)
}
