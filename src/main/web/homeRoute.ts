import type { FastifyInstance } from 'fastify'
import type { ServiceModule } from '#platform/http'
import { admit } from './admit.ts'
import type { Parts } from './parts.ts'
import { NOT_FOUND, sendProblem } from './sendProblem.ts'

/** Leads from `/` to the first item of one's navigation, unless a module has a home page of its own. */
export function addHome(server: FastifyInstance, parts: Parts, modules: readonly ServiceModule[]): void {
  if (modules.some(module => module.routes.some(route => route.url === '/'))) return
  server.get(
    '/',
    { config: { rule: { admits: 'signed_in' } }, schema: { hide: true } },
    async (request, reply) => {
      const refused = admit(request, reply, parts, 'signed_in')
      const { session } = request
      if (refused !== undefined || session === null) return refused
      const first = parts.navigation.find(item => item.classes.includes(session.class))
      return first === undefined
        ? sendProblem(request, reply, parts, NOT_FOUND)
        : reply.redirect(first.href, 303)
    },
  )
}
