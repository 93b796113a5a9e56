import type { FastifyInstance } from 'fastify'
import type { Route, ServiceModule } from '#platform/http'
import { admit } from './admit.ts'
import { routeSchema } from './openApi.ts'
import type { Parts } from './parts.ts'
import { servePublic } from './servePublic.ts'
import { serveRoute } from './serveRoute.ts'
import { readUploads } from './uploads.ts'

/** Services that read nothing of anybody: they alone may stand behind a page without a sign-in. */
const SILENT: ReadonlySet<string> = new Set(['receptionist'])

/**
 * Registers every route of the modules.
 * @throws when a route would answer without a sign-in and names no service that reads nothing: modules show records
 */
export function addModules(server: FastifyInstance, parts: Parts, modules: readonly ServiceModule[]): void {
  for (const module of modules) for (const route of module.routes) addRoute(server, parts, module.name, route)
}

function addRoute(server: FastifyInstance, parts: Parts, moduleName: string, route: Route): void {
  if (route.admits === 'anyone' && !SILENT.has(route.actsAs ?? ''))
    throw new Error(`Route ${route.method} ${route.url} admits anyone: a module's routes need a sign-in`)
  const isPublic = route.admits === 'anyone'
  const serve = isPublic ? servePublic(route, parts) : serveRoute(route, parts)
  server.route({
    method: route.method,
    url: route.url,
    schema: routeSchema(moduleName, route),
    config: {
      rule: {
        admits: route.admits,
        ...(route.takesFiles ? { takesFiles: true } : {}),
        ...(isPublic ? { isPublicForm: true, noSession: true } : {}),
      },
    },
    handler: async (request, reply) => {
      if (isPublic) return serve(request, reply)
      await readUploads(request, route, parts)
      return admit(request, reply, parts, route.admits) ?? serve(request, reply)
    },
  })
}
