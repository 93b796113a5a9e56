import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { KithError } from '#platform/errors'
import { isOwnRequest } from '#platform/http'
import type { Log } from '#platform/log'
import { type IdentityProvider, identityProvider } from '#platform/sign-in'
import { type Html, html } from '#ui'
import { inProcessFetch } from './inProcessFetch.ts'
import { MOUNT, makeProvider, makeSigningKey } from './makeProvider.ts'
import { leavePage, personaPage } from './personaPage.ts'
import { knownPersonas, listPersonas } from './personas.ts'

/** What the demo's provider needs of the server that it is mounted on. */
export interface DemoHost {
  readonly config: Config
  readonly log: Log
  readonly headers: Readonly<Record<string, string>>
  /** The demo database of a request's host; null where the record is real. */
  readonly databaseOf: (request: FastifyRequest) => Database | null
  readonly originOf: (request: FastifyRequest) => string
  /** A whole page in the layout of the request's authority. */
  readonly writePage: (request: FastifyRequest, title: string, content: Html) => string
}

/** One host's provider and how the server signs in by it. */
interface Pair {
  readonly provider: Provider
  readonly client: IdentityProvider
}

type PairOf = (request: FastifyRequest) => Promise<Pair>

/** The rule of the provider's own routes: before anybody is signed in. */
const open = { config: { rule: { admits: 'anyone' as const } }, schema: { hide: true } }

/**
 * Puts a real OpenID Connect provider under /demo-identity of each demo host, with a list of invented workers in place
 * of passwords. @returns how the server signs in by it
 * @throws KithError KITH_CONFIG_WRONG where a real provider is set up, or in production
 */
export async function mountDemoProvider(
  server: FastifyInstance,
  host: DemoHost,
): Promise<(request: FastifyRequest) => Promise<IdentityProvider>> {
  if (host.config.issuer !== undefined || host.config.environment === 'production')
    throw new KithError('KITH_CONFIG_WRONG', {
      sentence:
        'The demonstration sign-in does not start beside KITH_ISSUER, nor when NODE_ENV is production.',
    })
  const pairOf = await pairs(server, host)
  addPersonas(server, host, pairOf)
  await server.register(async scope => addProtocol(scope, host, pairOf))
  return async request => (await pairOf(request)).client
}

/** Hosts and ports that are remembered: few exist, but a caller could name many ports. */
const MOST_PAIRS = 16

async function pairs(server: FastifyInstance, host: DemoHost): Promise<PairOf> {
  const key = await makeSigningKey()
  const known = new Map<string, Promise<Pair>>()
  const make = async (request: FastifyRequest, origin: string): Promise<Pair> => {
    const client = { clientId: 'kith', clientSecret: randomBytes(32).toString('base64url') }
    const provider = await makeProvider(
      {
        origin,
        ...client,
        isBehindProxy: host.config.trustProxy !== false,
        pages: {
          leave: (action, token) => host.writePage(request, 'Sign out', leavePage(action, token)),
          trouble: () => host.writePage(request, 'Sign in again', TROUBLE),
        },
      },
      key,
    )
    provider.on('server_error', (_ctx, error) => host.log.error('demonstration sign-in failed', { error }))
    const issuer = `${origin}${MOUNT}`
    return { provider, client: identityProvider({ issuer, ...client, fetch: inProcessFetch(server) }) }
  }
  return request => {
    const origin = host.originOf(request)
    const pair = known.get(origin) ?? make(request, origin)
    if (!known.has(origin) && known.size >= MOST_PAIRS) known.delete(known.keys().next().value ?? '')
    known.set(origin, pair)
    return pair
  }
}

const TROUBLE = html`<h1 class="govuk-heading-l">Sign in again</h1>
<p class="govuk-body">This step of the demonstration sign-in is no longer valid.</p>
<p class="govuk-body"><a class="govuk-button" href="/sign-in" role="button" draggable="false">Sign in</a></p>`

/** The list of people to be, and the press of one of its buttons. */
function addPersonas(server: FastifyInstance, host: DemoHost, pairOf: PairOf): void {
  const url = `${MOUNT}/personas/:uid`
  const send = (request: FastifyRequest, reply: FastifyReply, status: number, content: Html): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(host.writePage(request, status === 200 ? 'Who do you want to be?' : 'Sign in again', content))
  server.get(url, open, async (request, reply) => {
    const database = host.databaseOf(request)
    if (database === null) return reply.callNotFound()
    const action = request.url.split('?')[0] ?? ''
    return send(request, reply, 200, personaPage(await listPersonas(database), action))
  })
  server.post(url, open, async (request, reply) => {
    const database = host.databaseOf(request)
    if (database === null) return reply.callNotFound()
    const { subject } = request.body as { subject?: unknown } // an object, by our own parser
    const persona = (await knownPersonas(database)).find(one => one.subject === subject)
    const { provider } = await pairOf(request)
    if (persona === undefined || !isOwnRequest(request.headers, host.originOf(request)))
      return send(request, reply, 400, TROUBLE)
    const login = { accountId: persona.subject, amr: ['user'] }
    const next = await provider.interactionResult(request.raw, reply.raw, { login }).catch(() => null)
    return next === null ? send(request, reply, 400, TROUBLE) : reply.redirect(next, 303)
  })
}

/** The protocol's own addresses, answered by the provider itself. */
async function addProtocol(scope: FastifyInstance, host: DemoHost, pairOf: PairOf): Promise<void> {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null)) // the provider reads the body itself
  scope.route({
    ...open,
    method: ['GET', 'POST', 'OPTIONS'],
    url: `${MOUNT}/*`,
    handler: async (request, reply) => {
      if (host.databaseOf(request) === null) return reply.callNotFound()
      const { provider } = await pairOf(request)
      reply.hijack()
      for (const [name, value] of Object.entries(host.headers)) reply.raw.setHeader(name, value)
      const { raw } = request
      Object.assign(raw, { originalUrl: raw.url, url: (raw.url ?? '').slice(MOUNT.length) })
      return provider.callback()(raw, reply.raw)
    },
  })
}
