import type { FastifyInstance } from 'fastify'
import { type Database, serviceActor } from '#platform/db'
import { admit } from './admit.ts'
import type { Parts } from './parts.ts'
import { VERSION } from './version.ts'

const rule = { admits: 'anyone', anyHost: true, noSession: true } as const

type Component = 'UP' | 'DOWN'

/** /ping, /health and /info for machines that watch, /openapi.json, the files that browsers load, security.txt. */
export function addOperations(server: FastifyInstance, parts: Parts): void {
  const config = { rule }
  const schema = { hide: true }
  server.get('/ping', { config, schema }, async (_request, reply) => reply.type('text/plain').send('pong'))
  server.get('/info', { config, schema }, async () => ({ name: 'kith', version: VERSION }))
  server.get('/health', { config, schema }, async (_request, reply) => {
    const components = await health(parts)
    const status: Component = Object.values(components).every(state => state === 'UP') ? 'UP' : 'DOWN'
    return reply.code(status === 'UP' ? 200 : 503).send({ status, components })
  })
  server.get(
    '/openapi.json',
    { config: { rule: { admits: 'signed_in' } }, schema },
    async (request, reply) => admit(request, reply, parts, 'signed_in') ?? reply.send(server.swagger()),
  )
  addSecurityText(server, parts)
  addAssets(server, parts)
}

async function health(parts: Parts): Promise<Record<string, Component>> {
  const database = await Promise.all([...parts.authorities.values()].map(({ database }) => answers(database)))
  const others = Object.entries(parts.healthChecks).map(async ([name, check]) => {
    const isUp = await check().catch(() => false)
    return [name, isUp ? 'UP' : 'DOWN'] as const
  })
  return {
    database: database.every(Boolean) ? 'UP' : 'DOWN',
    ...Object.fromEntries(await Promise.all(others)),
  }
}

function answers(database: Database): Promise<boolean> {
  return database.as(serviceActor('porter'), 'health', async () => true).catch(() => false)
}

/** RFC 9116. The expiry it demands is kept a year ahead: the contact is a setting that is read at each start. */
function addSecurityText(server: FastifyInstance, parts: Parts): void {
  const contact = parts.config.securityContact
  if (contact === undefined) return
  const expires = parts.clock
    .now()
    .add({ hours: 24 * 364 })
    .toString({ smallestUnit: 'second' })
  const body = `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`
  server.get(
    '/.well-known/security.txt',
    { config: { rule }, schema: { hide: true } },
    async (_request, reply) => reply.type('text/plain; charset=utf-8').send(body),
  )
}

/** Files for browsers, from memory; their folder's name changes with them, so they are kept for good. */
function addAssets(server: FastifyInstance, parts: Parts): void {
  for (const { path, contentType, body } of parts.assets.files)
    server.get(path, { config: { rule }, schema: { hide: true } }, async (_request, reply) =>
      reply.type(contentType).header('cache-control', 'public, max-age=31536000, immutable').send(body),
    )
}
