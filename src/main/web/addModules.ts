import type { FastifyInstance } from 'fastify'
import type { Route, ServiceModule } from '#platform/http'
import { admit } from './admit.ts'
import { routeSchema } from './openApi.ts'
import type { Parts } from './parts.ts'
import { serveRoute } from './serveRoute.ts'
import { readUploads } from './uploads.ts'

/**
 * Registers every route of the modules.
 * @throws when a route would answer without a sign-in: modules show records, so none may
 */
export function addModules(server: FastifyInstance, parts: Parts, modules: readonly ServiceModule[]): void {
  for (const module of modules) for (const route of module.routes) addRoute(server, parts, module.name, route)
}

function addRoute(server: FastifyInstance, parts: Parts, moduleName: string, route: Route): void {
  if (route.admits === 'anyone')
    throw new Error(`Route ${route.method} ${route.url} admits anyone: a module's routes need a sign-in`)
  const serve = serveRoute(route, parts)
  server.route({
    method: route.method,
    url: route.url,
    schema: routeSchema(moduleName, route),
    config: { rule: { admits: route.admits, ...(route.takesFiles ? { takesFiles: true } : {}) } },
    handler: async (request, reply) => {
      await readUploads(request, route, parts)
      return admit(request, reply, parts, route.admits) ?? serve(request, reply)
    },
  })
}
