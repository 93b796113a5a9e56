import type { FastifyInstance } from 'fastify'
import type { UserClass } from '#platform/db'
import type { Visitor } from '#test/signIn.ts'
import { mayRead, type Row, type World } from '../oracle/index.ts'
import { type Answer, ask } from './ask.ts'
import type { Case } from './cases.ts'
import { classOf } from './knownWorld.ts'
import { leakFinder } from './leaks.ts'
import type { Visitors } from './routeServer.ts'
import { difference } from './sameAnswer.ts'
import type { County } from './shapes.ts'
import { recordRoutes } from './tables.ts'
import type { Shown } from './unlogged.ts'

export type Reader = {
  readonly visitor: Visitor | null
  readonly class: UserClass | null
  readonly sees: (row: Row) => boolean
}

/** What a judge goes by: the service, its county with everybody signed in, and the facts that the oracle reads. */
export type Bench = {
  readonly server: FastifyInstance
  readonly county: County
  readonly visitors: Visitors
  readonly world: World
}

/** Somebody of the staff, as the oracle knows them. */
export function readerNamed({ county, visitors, world }: Bench, name: Case['name']): Reader {
  if (name === 'nobody') return { visitor: null, class: null, sees: () => false }
  const id = county.staff.workers[name]
  return { visitor: visitors[name], class: classOf(world, id), sees: row => mayRead(world, id, row) }
}

/** Asks both again: a session that is marked as in use once a minute takes one statement more that time. */
export async function takesMore(
  server: FastifyInstance,
  { visitor }: Pick<Reader, 'visitor'>,
  url: string,
  twin: string,
): Promise<boolean> {
  const again = await ask(server, visitor, url)
  return again.statements !== (await ask(server, visitor, twin)).statements
}

/** Asks for addresses and holds each answer to what the oracle lets its reader see, keeping what is wrong and what was shown. */
export function judging(bench: Bench) {
  const { server, county } = bench
  const find = leakFinder(county)
  const admits = new Map(recordRoutes(server, 'GET').map(route => [route.url, route.admits]))
  const wrong: string[] = []
  const shown: Shown[] = []
  const twins = new Map<string, Promise<Answer>>()
  const count = { requests: 0 }

  function twinOf(one: Case, reader: Reader, url: string): Promise<Answer> {
    const key = `${one.name} ${url}`
    const kept = twins.get(key) ?? ask(server, reader.visitor, url)
    if (!twins.has(key)) count.requests += 1
    twins.set(key, kept)
    return kept
  }

  /** What somebody may not see, or everybody is told nothing of, is answered like nobody's id, after as many statements. */
  async function asAbsent(one: Case, reader: Reader, answer: Answer, say: (problem: string) => void) {
    if (one.twin === undefined) return
    const twin = await twinOf(one, reader, one.twin)
    if (twin.told !== answer.told) say(`tells hidden from absent: ${difference(answer.told, twin.told)}`)
    else if (twin.statements !== answer.statements && (await takesMore(server, reader, one.url, one.twin)))
      say(`takes ${answer.statements} statements, ${twin.statements} for nobody's id`)
  }

  function isAdmitted(one: Case, reader: Reader): boolean {
    // A past moment is shown in whole rows, which are not for codes and dates alone.
    const isWhole = one.url.includes('known-at') && !['/session', '/openapi.json'].includes(one.route)
    const allowed = isWhole && reader.class === 'data_quality' ? [] : admits.get(one.route)
    return allowed === 'signed_in' || (Array.isArray(allowed) && allowed.includes(reader.class))
  }

  async function judge(one: Case): Promise<void> {
    const reader = readerNamed(bench, one.name)
    const answer = await ask(server, reader.visitor, one.url)
    count.requests += 1
    const what = `${one.name} ${one.route} of ${one.whose}${one.url.includes('known-at') ? ' in the past' : ''}`
    const say = (problem: string) => wrong.push(`${what}: ${problem} (${one.url})`)
    for (const leak of find(answer.whole, one.url, reader)) say(`shows ${leak}`)
    if (answer.status >= 500) say(`answers ${answer.status}`)
    if (reader.class === null) {
      if (answer.status !== 303 || answer.body !== '') say(`answers ${answer.status} without a sign-in`)
      return
    }
    if (!isAdmitted(one, reader)) {
      if (answer.status !== 403) say(`answers ${answer.status} to a class that it does not admit`)
      return
    }
    const maySee = one.onlyFor
      ? one.onlyFor.some(name => name === one.name)
      : one.needs === undefined || one.alsoFor === one.name || one.needs.every(reader.sees)
    if (maySee && one.isCertain && answer.status !== 200) say(`answers ${answer.status}, not the page`)
    if (one.isBlind || !maySee) await asAbsent(one, reader, answer, say)
    if (answer.status !== 200) return
    const { body, correlations } = answer
    const asked = /[0-9a-f-]{36}/.exec(one.url)?.[0]
    shown.push({ what, body, correlations, ...(one.isBlind && asked ? { but: asked } : {}) })
  }

  return { judge, wrong, shown, count, routes: admits.size }
}
