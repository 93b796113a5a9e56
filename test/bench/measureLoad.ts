import autocannon from 'autocannon'
import { quantile, round } from './figures.ts'
import type { OpenCounty } from './openCounty.ts'
import { readingTargets } from './targets.ts'

/** What people waited while requests came at a steady rate, over HTTP on this machine, in milliseconds. */
export type LoadFigures = {
  readonly kind: 'lists' | 'child’s page'
  readonly perSecond: number
  readonly answered: number
  /** Answers other than 2xx, and requests without an answer. */
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

type Asked = { readonly path: string; readonly headers: Record<string, string> }

const LISTS_PER_SECOND = 15
const PAGES_PER_SECOND = 5

/**
 * Sends twenty requests a second for some seconds, whether or not earlier ones were answered: three for a list to one for
 * a child's page, at once. The sender shares the process with the server, so its own work is in the figures.
 */
export async function measureLoad(county: OpenCounty, seconds: number): Promise<readonly LoadFigures[]> {
  const url = await county.server.listen({ host: '127.0.0.1', port: 0 })
  for (const target of await readingTargets(county)) await target.ask() // a server that has begun to be used
  const as = (cookie: string, path: string): Asked => ({ path, headers: { cookie } })
  const { worker, manager, teamId, siblings, identifier } = county
  const found = await worker.post('/people', { text: identifier })
  const lists = [
    as(worker.cookie, '/my-work'),
    as(manager.cookie, `/teams/${teamId}/board`),
    as(worker.cookie, String(found.headers.location)),
  ]
  const pages = siblings.map(id => as(worker.cookie, `/people/${id}`))
  return Promise.all([
    sendSteadily('lists', url, lists, LISTS_PER_SECOND, seconds),
    sendSteadily('child’s page', url, pages, PAGES_PER_SECOND, seconds),
  ])
}

async function sendSteadily(
  kind: LoadFigures['kind'],
  url: string,
  requests: readonly Asked[],
  perSecond: number,
  seconds: number,
): Promise<LoadFigures> {
  const times: number[] = []
  const options = { url, requests: [...requests], overallRate: perSecond, connections: 5, duration: seconds }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error, ended) => (error ? reject(error) : resolve(ended)))
    instance.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  return {
    kind,
    perSecond: round(times.length / seconds),
    answered: times.length,
    failed: result.non2xx + result.errors + result.timeouts,
    p50: round(quantile(times)),
    p95: round(quantile(times, 0.95)),
    max: round(Math.max(...times)),
  }
}
