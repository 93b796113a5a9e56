import type { FastifyInstance } from 'fastify'
import { routeTable } from '../../../src/main/web/index.ts'

/** Patterns of GET routes that a person may open: not files, protocols or operations. */
export function pagePatterns(server: FastifyInstance): readonly string[] {
  const patterns = routeTable(server)
    .filter(({ method, url }) => method === 'GET' && !notPages.test(url))
    .map(({ url }) => url)
  return [...new Set(patterns)]
}

const notPages =
  /^\/(assets|demo-identity|sign-in|sign-out|ping|health|info|metrics|openapi|api|fhir|\.well-known|robots|favicon)|\*/

/** The pattern that an address belongs to, fixed parts before parameters; null for no page. */
export function patternOf(patterns: readonly string[], path: string): string | null {
  const parts = path.split('/')
  const fits = patterns.filter(pattern => {
    const wanted = pattern.split('/')
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    )
  })
  const fixed = (pattern: string) => pattern.split('/').filter(part => !part.startsWith(':')).length
  return fits.toSorted((one, other) => fixed(other) - fixed(one))[0] ?? null
}
