import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserClass } from '#platform/db'
import { testRecord } from '#test/record.ts'
import type { Visitor } from '#test/signIn.ts'
import { mayRead, type Row, type World } from '../oracle/index.ts'
import { type Answer, ask, atOnce } from './ask.ts'
import { makeCounty } from './county.ts'
import { classOf, knownWorld } from './knownWorld.ts'
import { leakFinder } from './leaks.ts'
import { readRoutes } from './readRoutes.ts'
import { everyVisitor, routeServer, type Visitors } from './routeServer.ts'
import { difference } from './sameAnswer.ts'
import { sampled } from './sampled.ts'
import type { Asked, County } from './shapes.ts'
import { type StaffName, staffNames } from './staff.ts'
import { countStatements } from './statements.ts'
import { recordRoutes } from './tables.ts'
import { type Shown, unlogged } from './unlogged.ts'

/** How many requests; all there are, and more than 20,000, when it says so many. */
const REQUESTS = Number(process.env['KITH_ROUTE_REQUESTS'] ?? 2400)
const SEED = Number(process.env['KITH_ROUTE_SEED'] ?? 1)

const stopCounting = countStatements()
afterAll(stopCounting)
const record = await testRecord(6)

let server: FastifyInstance
let county: County
let visitors: Visitors
let world: World
let knownAt: string
let find: ReturnType<typeof leakFinder>

beforeAll(async () => {
  server = await routeServer(record)
  county = await makeCounty(record)
  visitors = await everyVisitor(server, county.staff)
  world = await knownWorld(record.superuserUrl)
  knownAt = (await record.settled()).toString()
  find = leakFinder(county)
})

type Case = Asked & { readonly route: string; readonly name: StaffName | 'nobody' }

const inThePast = (url: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}known-at=${encodeURIComponent(knownAt)}`

function everyCase(): readonly Case[] {
  return recordRoutes(server, 'GET').flatMap(({ url: route }) => {
    const asked = readRoutes[route]?.(county) ?? []
    const past = asked.map(one => ({
      ...one,
      url: inThePast(one.url),
      ...(one.twin === undefined ? {} : { twin: inThePast(one.twin) }),
    }))
    return [...asked, ...past].flatMap(one =>
      [...staffNames, 'nobody' as const].map(name => ({ ...one, route, name })),
    )
  })
}

type Reader = {
  readonly visitor: Visitor | null
  readonly class: UserClass | null
  readonly sees: (row: Row) => boolean
}

function readerNamed(name: StaffName | 'nobody'): Reader {
  if (name === 'nobody') return { visitor: null, class: null, sees: () => false }
  const id = county.staff.workers[name]
  return { visitor: visitors[name], class: classOf(world, id), sees: row => mayRead(world, id, row) }
}

/** Asks both again: a session that is marked as in use once a minute takes one statement more that time. */
async function takesMore({ visitor }: Reader, url: string, twin: string): Promise<boolean> {
  const again = await ask(server, visitor, url)
  return again.statements !== (await ask(server, visitor, twin)).statements
}

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
      const wrong: string[] = []
      const shown: Shown[] = []
      const twins = new Map<string, Promise<Answer>>()
      let requests = 0
      const twinOf = (name: string, reader: Reader, url: string): Promise<Answer> => {
        const key = `${name} ${url}`
        const kept = twins.get(key) ?? ask(server, reader.visitor, url)
        if (!twins.has(key)) requests += 1
        twins.set(key, kept)
        return kept
      }
      const admits = new Map(recordRoutes(server, 'GET').map(route => [route.url, route.admits]))
      const cases = sampled(everyCase(), REQUESTS, one => one.route, SEED)
      await atOnce(cases, 4, async one => {
        const reader = readerNamed(one.name)
        const answer = await ask(server, reader.visitor, one.url)
        requests += 1
        const what = `${one.name} ${one.route} of ${one.whose}${one.url.includes('known-at') ? ' in the past' : ''}`
        const say = (problem: string) => wrong.push(`${what}: ${problem} (${one.url})`)
        for (const leak of find(answer.body, one.url, reader)) say(`shows ${leak}`)
        if (answer.status >= 500) say(`answers ${answer.status}`)
        // A past moment is shown in whole rows, which are not for codes and dates alone.
        const isWhole = one.url.includes('known-at') && !['/session', '/openapi.json'].includes(one.route)
        const allowed = isWhole && reader.class === 'data_quality' ? [] : admits.get(one.route)
        if (reader.class === null) {
          if (answer.status !== 303 || answer.body !== '') say(`answers ${answer.status} without a sign-in`)
          return
        }
        if (allowed !== 'signed_in' && !(Array.isArray(allowed) && allowed.includes(reader.class))) {
          if (answer.status !== 403) say(`answers ${answer.status} to a class that it does not admit`)
          return
        }
        const maySee = one.onlyFor
          ? one.onlyFor.some(name => name === one.name)
          : one.needs === undefined || one.alsoFor === one.name || one.needs.every(reader.sees)
        if (maySee && one.isCertain && answer.status !== 200) say(`answers ${answer.status}, not the page`)
        if (one.twin !== undefined && (one.isBlind || !maySee)) {
          const twin = await twinOf(one.name, reader, one.twin)
          if (twin.told !== answer.told)
            say(`tells hidden from absent: ${difference(answer.told, twin.told)}`)
          else if (twin.statements !== answer.statements && (await takesMore(reader, one.url, one.twin)))
            say(`takes ${answer.statements} statements, ${twin.statements} for nobody's id`)
        }
        if (answer.status === 200) {
          const { body, correlations } = answer
          const asked = /[0-9a-f-]{36}/.exec(one.url)?.[0]
          shown.push({ what, body, correlations, ...(one.isBlind && asked ? { but: asked } : {}) })
        }
      })
      const audit = await unlogged(record.superuserUrl, shown, county.marks)
      process.stdout.write(
        `${requests} requests over ${admits.size} routes; ${shown.length} pages showed ${audit.people} people\n`,
      )
      expect({ wrong, unlogged: audit.missing }).toEqual({ wrong: [], unlogged: [] })
      expect(requests).toBeGreaterThanOrEqual(Math.min(REQUESTS, 2000))
    },
    60 * 60_000,
  )
})
