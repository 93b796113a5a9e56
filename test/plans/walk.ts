import type { FastifyInstance } from 'fastify'
import type { Visitor } from '#test/signIn.ts'
import { routeTable } from '../../src/main/web/index.ts'

/** One page that was asked for. */
export type Step = {
  readonly pattern: string
  readonly kind: string
  readonly address: string
  readonly status: number
}

/**
 * Walks the service as one person: from the pages named to whatever they link to, one address for each route and set of
 * query parameters.
 * @param onStep called after each answer
 * @param isSpared whether they need not ask for a page, by its pattern and its kind: pattern and names of the query
 */
export async function walk(
  server: FastifyInstance,
  visitor: Visitor,
  begin: readonly string[],
  onStep: (step: Step) => void,
  isSpared: (pattern: string, kind: string) => boolean = () => false,
): Promise<void> {
  const patternOf = patterns(server)
  const queue = [...begin]
  const visited = new Set<string>()
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const pattern = patternOf(address)
    if (pattern === null) continue
    const kind = `${pattern} ${namesOf(address)}`
    if (visited.has(kind)) continue
    visited.add(kind)
    if (isSpared(pattern, kind)) continue
    const answer = await visitor.get(address)
    onStep({ pattern, kind, address, status: answer.statusCode })
    const { location } = answer.headers
    if (location !== undefined) queue.push(location)
    for (const [, link = ''] of answer.body.matchAll(/href="(\/[^"#]*)/g))
      queue.push(link.replaceAll('&amp;', '&'))
  }
}

/** The address of every page whose parameters are all known; the others are reached by links. */
export function beginnings(server: FastifyInstance, known: Readonly<Record<string, unknown>>): string[] {
  return pages(server).flatMap(url => {
    const filled = url.replaceAll(/:(\w+)/g, (parameter, name: string) =>
      typeof known[name] === 'string' ? known[name] : parameter,
    )
    return filled.includes(':') ? [] : [filled]
  })
}

const pages = (server: FastifyInstance): string[] =>
  routeTable(server)
    .filter(({ method, admits }) => method === 'GET' && Array.isArray(admits))
    .map(({ url }) => url)

/** The route that would answer an address, by its pattern; null for what is no page of the record. */
function patterns(server: FastifyInstance): (address: string) => string | null {
  const known = pages(server)
    .map(url => ({ url, parts: url.split('/') }))
    .toSorted((one, other) => one.url.split(':').length - other.url.split(':').length) // plain paths before parameters
  return address => {
    const given = (address.split('?')[0] ?? '').split('/')
    const fits = ({ parts }: { readonly parts: readonly string[] }) =>
      parts.length === given.length &&
      parts.every((part, place) => part.startsWith(':') || part === given[place])
    return known.find(fits)?.url ?? null
  }
}

/** Names of the query parameters: /people?search=...&page=2 is another question than /people. */
const namesOf = (address: string): string =>
  [...new URLSearchParams(address.split('?')[1]).keys()].sort().join(' ')
