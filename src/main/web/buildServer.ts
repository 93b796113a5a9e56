import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import { draftModule } from '#platform/drafts'
import { parseQuery } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { addAccessLog } from './accessLog.ts'
import { addModules } from './addModules.ts'
import { addDemo } from './demo.ts'
import { addEntrance } from './entrance.ts'
import { addErrorAnswers, malformed } from './errors.ts'
import { addFinishing } from './finishing.ts'
import { addFootPages } from './footPages.ts'
import { addFormUse } from './formUse.ts'
import { addHome } from './homeRoute.ts'
import { addInvitedChanges } from './invited/changes.ts'
import { addInvitedSetUp } from './invited/setUp.ts'
import { addInvitedSignIn } from './invited/signInByInvitation.ts'
import { addLive } from './live/addLive.ts'
import { menuModule } from './navigation/menuModule.ts'
import { addOpenApi } from './openApi.ts'
import { addOperations } from './operations.ts'
import { addParsers } from './parsers.ts'
import { makeParts, type Parts } from './parts.ts'
import { addPrints } from './prints/printRoutes.ts'
import { addOrganisations } from './providers/organisationRoutes.ts'
import { addRateLimits } from './rateLimits.ts'
import { noteRoutes } from './routeTable.ts'
import type { ServerOptions } from './serverOptions.ts'
import { addSignIn } from './signInRoutes.ts'
import { addSignOut } from './signOutRoutes.ts'
import { addSystems } from './systems/addSystems.ts'

/** What belongs to a server beside Fastify's own: for the private port and for tests. */
export interface ServerParts extends Parts {
  readonly figures: Registry
}

const known = new WeakMap<FastifyInstance, ServerParts>()

/** The parts of a server made by {@link buildServer}. */
export function partsOf(server: FastifyInstance): ServerParts {
  const parts = known.get(server)
  if (parts === undefined) throw new Error('This server was not made by buildServer')
  return parts
}

/** Assembles the web server: every route of the modules, sign-in, drafts, operations. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const parts = makeParts(options)
  const server = bareServer(parts)
  noteRoutes(server)
  addFinishing(server)
  const figures = addAccessLog(server, parts)
  known.set(server, { ...parts, figures })
  await server.register(cookie)
  addEntrance(server, parts)
  addErrorAnswers(server, parts)
  await addRateLimits(server, parts)
  await addParsers(server)
  await addOpenApi(server)
  const providerOf = await addDemo(server, parts)
  addSignIn(server, parts, providerOf)
  addOrganisations(server, parts)
  addInvitedSignIn(server, parts)
  addInvitedSetUp(server, parts)
  addInvitedChanges(server, parts)
  addSignOut(server, parts, providerOf)
  addFootPages(server, parts)
  addOperations(server, parts)
  await addSystems(
    server,
    parts,
    options.modules.flatMap(module => module.systemRoutes ?? []),
  )
  addModules(server, parts, [draftModule, menuModule(() => parts.navigation), ...options.modules])
  addFormUse(server, parts)
  addPrints(server, parts)
  addLive(server, parts)
  addHome(server, parts, options.modules)
  await server.ready()
  return server
}

/** A million bytes hold a hundred thousand letters of a note in any script, and the rest of its form. */
const MOST_BYTES = 1_048_576

/** Which hops in front are believed: none, so many, or those at these addresses. */
function believed(proxies: Parts['config']['trustProxy']) {
  if (typeof proxies === 'number') return (_address: string, hop: number): boolean => hop < proxies
  return proxies === false ? false : [...proxies]
}

function bareServer(parts: Parts): FastifyInstance {
  const server = Fastify({
    logger: false,
    bodyLimit: MOST_BYTES,
    genReqId: () => makeUuid(),
    requestIdHeader: false,
    trustProxy: believed(parts.config.trustProxy),
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000, // longer than the proxies in front wait, so that they close first
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (_error, _request, reply) => malformed(reply, parts),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300, querystringParser: parseQuery },
  })
  // Schemas are for the OpenAPI document; each route parses with its own.
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => value => JSON.stringify(value))
  return server as unknown as FastifyInstance // the generic of the server's kind is narrower than the default
}
