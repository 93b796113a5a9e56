import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import { atOnce } from './ask.ts'
import { everyCase } from './cases.ts'
import { makeCounty } from './county.ts'
import { type Bench, judging } from './judge.ts'
import { knownWorld } from './knownWorld.ts'
import { readRoutes } from './readRoutes.ts'
import { everyVisitor, routeServer } from './routeServer.ts'
import { sampled } from './sampled.ts'
import { countStatements } from './statements.ts'
import { recordRoutes } from './tables.ts'
import { unlogged } from './unlogged.ts'

/** How many requests; all there are, and more than 20,000, when it says so many. */
const REQUESTS = Number(process.env['KITH_ROUTE_REQUESTS'] ?? 1600)
const SEED = Number(process.env['KITH_ROUTE_SEED'] ?? 1)

const stopCounting = countStatements()
afterAll(stopCounting)
const record = await testRecord(6)

let server: FastifyInstance
let bench: Bench
let knownAt: string

beforeAll(async () => {
  server = await routeServer(record)
  const county = await makeCounty(record)
  const visitors = await everyVisitor(server, county.staff)
  bench = { server, county, visitors, world: await knownWorld(record.superuserUrl) }
  knownAt = (await record.settled()).toString()
})

describe('every page for everyone', () => {
  it('has a rule and addresses for each route', () => {
    const routes = recordRoutes(server, 'GET')
    expect(routes.filter(route => route.admits === null)).toEqual([])
    expect(routes.map(route => route.url).filter(url => readRoutes[url] === undefined)).toEqual([])
    const known = new Set(routes.map(route => route.url))
    expect(Object.keys(readRoutes).filter(url => !known.has(url))).toEqual([])
  })

  it(
    'shows what the oracle lets show, hides the rest like nothing at all, and keeps who was shown',
    async () => {
      const { county } = bench
      const { judge, wrong, shown, count, routes } = judging(bench)
      await atOnce(
        sampled(everyCase(server, county, knownAt), REQUESTS, one => one.route, SEED),
        4,
        judge,
      )
      const audit = await unlogged(record.superuserUrl, shown, county.marks)
      process.stdout.write(
        `${count.requests} requests over ${routes} routes; ${shown.length} pages showed ${audit.people} people\n`,
      )
      expect({ wrong, unlogged: audit.missing }).toEqual({ wrong: [], unlogged: [] })
      expect(count.requests).toBeGreaterThanOrEqual(Math.min(REQUESTS, 2000))
    },
    60 * 60_000,
  )
})
