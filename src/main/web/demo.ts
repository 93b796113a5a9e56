import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IdentityProvider } from '#platform/sign-in'
import type { Parts } from './parts.ts'
import { writeBarePage } from './renderPage.ts'
import { authorityOf, originOf } from './request.ts'
import type { ProviderOf } from './signInRoutes.ts'

/**
 * How staff sign in here: by the provider that is set up; else, on a database that the demo made, by the demo's own,
 * which is only then even loaded. Never in production.
 */
export async function addDemo(server: FastifyInstance, parts: Parts): Promise<ProviderOf> {
  const wanted =
    parts.provider === null && [...parts.authorities.values()].some(authority => authority.isDemo)
  if (!wanted) return async () => parts.provider
  if (parts.config.environment === 'production') {
    parts.log.warn(
      'this database was made by the demo: in production nobody can sign in until KITH_ISSUER is set',
    )
    return async () => null
  }
  const { mountDemoProvider } = await import('../demo-provider/index.ts')
  const mounted = await mountDemoProvider(server, {
    config: parts.config,
    log: parts.log,
    headers: parts.headers,
    databaseOf: request => (authorityOf(request).isDemo ? authorityOf(request).database : null),
    originOf: request => originOf(request, parts.isSecure),
    writePage: (request, title, content) => writeBarePage(authorityOf(request), parts, title, content),
  })
  return async (request: FastifyRequest): Promise<IdentityProvider | null> =>
    authorityOf(request).isDemo ? mounted(request) : null
}
