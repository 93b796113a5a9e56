import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { readSession } from '#modules/family-portal'
import { KithError } from '#platform/errors'
import { hostileRequest, parseFields, parseQuery, refuseUnstorableText } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { addFinishing } from '../web/finishing.ts'
import { addErrors, bare } from './portalErrors.ts'
import type { PortalOptions } from './portalOptions.ts'
import { type PortalParts, portalParts } from './portalParts.ts'
import { doorOf } from './portalRequest.ts'
import { servePortal } from './servePortal.ts'

const MOST_BYTES = 262_144

/**
 * Assembles the family portal's server: its own routes, cookies, forms, limits and layout, over the portal's own database login. It shares
 * no route and no handle on data with the server for staff. It does not listen yet.
 */
export async function buildPortal(options: PortalOptions): Promise<FastifyInstance> {
  const parts = portalParts(options)
  const server = bareServer(parts)
  addFinishing(server)
  await server.register(cookie)
  addEntrance(server, parts)
  addErrors(server, parts)
  addLog(server, parts)
  await addLimits(server, parts)
  server.removeContentTypeParser(['text/plain', 'application/json'])
  await server.register(formbody, { parser: parseFields })
  server.addHook('preValidation', async request => {
    for (const given of [request.params, request.query, request.body]) refuseUnstorableText(given)
  })
  addFiles(server, parts)
  for (const route of options.routes) {
    const serve = servePortal(route, parts)
    server.route({
      method: route.method,
      url: route.url,
      config: { isTry: 'isTry' in route && route.isTry === true },
      handler: serve,
    })
  }
  await server.ready()
  return server
}

function bareServer(parts: PortalParts): FastifyInstance {
  const { trustProxy } = parts.config
  const server = Fastify({
    logger: false,
    bodyLimit: MOST_BYTES,
    genReqId: () => makeUuid(),
    requestIdHeader: false,
    trustProxy:
      typeof trustProxy === 'number'
        ? (_address: string, hop: number): boolean => hop < trustProxy
        : trustProxy === false
          ? false
          : [...trustProxy],
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (_error, _request, reply) => bare(reply, parts, 400),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300, querystringParser: parseQuery },
  })
  return server as unknown as FastifyInstance // the generic of the server's kind is narrower than the default
}

/** The first thing that happens to every request: its form is checked, its portal found, its session read. */
function addEntrance(server: FastifyInstance, parts: PortalParts): void {
  server.decorateRequest('portal', null)
  server.decorateRequest('family', null)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(parts.headers)
    if (hostileRequest(request.raw) !== null) return bare(reply, parts, 400)
    const host = (request.hostname ?? '').toLowerCase().replace(/\.$/, '')
    request.portal = parts.portals.get(host) ?? null
    if (request.portal === null && request.routeOptions.config.isAsset !== true)
      return bare(reply, parts, 421)
    const token = request.cookies[parts.cookies.session]
    if (request.portal !== null && token && request.routeOptions.config.isAsset !== true)
      request.family = await readSession(doorOf(request, parts), token)
    return undefined
  })
}

/** The route's pattern, never the address asked for, nor the network it came from. */
function addLog(server: FastifyInstance, parts: PortalParts): void {
  server.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions?.config.isAsset === true) return
    parts.log.info('portal request', {
      correlation: request.id,
      method: request.method,
      route: request.routeOptions?.url ?? 'none',
      status: reply.statusCode,
    })
  })
}

async function addLimits(server: FastifyInstance, parts: PortalParts): Promise<void> {
  await server.register(rateLimit, { global: false })
  const limiter = (max: number, kind: string) =>
    server.createRateLimit({ max, timeWindow: 60_000, keyGenerator: request => `${kind} ${request.ip}` })
  const everything = limiter(parts.limits.perAddress, 'a')
  const tries = limiter(parts.limits.tries, 't')
  server.addHook('onRequest', async request => {
    const { isAsset, isTry } = request.routeOptions.config
    if (isAsset === true) return
    const checks = [await everything(request), ...(isTry === true ? [await tries(request)] : [])]
    if (checks.some(check => !check.isAllowed && check.isExceeded))
      throw new KithError('KITH_TOO_MANY_REQUESTS')
  })
}

/** Files for browsers, and what machines that watch ask. Browsers ask for an icon by themselves: there is none to tell anything. */
function addFiles(server: FastifyInstance, parts: PortalParts): void {
  const config = { isAsset: true }
  server.get('/ping', { config }, async (_request, reply) => reply.type('text/plain').send('pong'))
  server.get('/favicon.ico', { config }, async (_request, reply) => reply.code(204).send())
  for (const { path, contentType, body } of parts.assets.files)
    server.get(path, { config }, async (_request, reply) =>
      reply.type(contentType).header('cache-control', 'public, max-age=31536000, immutable').send(body),
    )
}
