import type { FastifyInstance } from 'fastify'
import { type RouteEntry, routeTable } from '../../src/main/web/index.ts'

/** Routes of the server itself that no record is behind; each has tests beside it. */
const ofTheServer = [
  /^\/assets\//,
  /^\/demo-identity\//,
  /^\/(sign-in|sign-in\/((return|organisation)(\/:providerId)?|invited|invitation|device|new-device|passphrase)|sign-out|sign-out-everywhere|signed-out)$/,
  /^\/(accessibility|privacy|help|ping|info|health)$/,
  /^\/(oauth2\/token|fhir\/R4\/metadata|api\/notices\/:kind\/schema|api\/schools\/attendance\/schema|\.well-known\/jwks\.json)$/,
  /^\/prints\//, // whoever asked, alone: src/main/web/prints/prints.test.ts
  /^\/refer(\/received)?$/, // nobody signs in: src/modules/front-door/pages/refer/route.test.ts
]

/** Every route of this method that may have to do with a record. */
export function recordRoutes(server: FastifyInstance, method: 'GET' | 'POST'): readonly RouteEntry[] {
  return routeTable(server).filter(
    route =>
      route.method === method &&
      route.admits !== 'system' && // another organisation's, beside each door: src/main/web/systems
      !ofTheServer.some(pattern => pattern.test(route.url)),
  )
}
