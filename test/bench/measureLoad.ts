import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { quantile, round } from './figures.ts'
import type { OpenCounty } from './openCounty.ts'
import { readingTargets } from './targets.ts'

/** What people waited while requests came at a steady rate, over HTTP on this machine, in milliseconds. */
export type LoadFigures = {
  readonly kind: 'lists' | 'child’s page'
  readonly perSecond: number
  readonly answered: number
  /** Answers other than 200, and requests without an answer. */
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

type Asked = { readonly kind: LoadFigures['kind']; readonly path: string; readonly cookie: string }
type Answered = { readonly kind: LoadFigures['kind']; readonly ok: boolean; readonly milliseconds: number }

const PER_SECOND = 20

/**
 * Sends twenty requests a second for some seconds, one each twentieth of a second, whether or not earlier ones were answered:
 * three for a list to one for a child's page. Waiting counts from when a request was due, so that a server that falls behind
 * shows it. The sender shares the process with the server, so its own work is in the figures.
 */
export async function measureLoad(county: OpenCounty, seconds: number): Promise<readonly LoadFigures[]> {
  const url = await county.server.listen({ host: '127.0.0.1', port: 0 })
  for (const target of await readingTargets(county)) await target.ask() // a server that has begun to be used
  const asked = await mixture(county)
  const agent = new Agent({ keepAlive: true })
  const began = performance.now()
  const all = Array.from({ length: PER_SECOND * seconds }, async (_, number) => {
    const due = began + (number * 1000) / PER_SECOND
    await setTimeout(Math.max(0, due - performance.now()))
    return send(url, agent, asked[number % asked.length], due)
  })
  const answers = (await Promise.all(all)).filter(answer => answer !== null)
  agent.destroy()
  return (['lists', 'child’s page'] as const).map(kind =>
    figuresOf(
      kind,
      answers.filter(answer => answer.kind === kind),
      seconds,
    ),
  )
}

async function mixture({
  worker,
  manager,
  teamId,
  siblings,
  identifier,
}: OpenCounty): Promise<readonly Asked[]> {
  const found = await worker.post('/people', { text: identifier })
  const lists: Asked[] = [
    { kind: 'lists', path: '/my-work', cookie: worker.cookie },
    { kind: 'lists', path: `/teams/${teamId}/board`, cookie: manager.cookie },
    { kind: 'lists', path: String(found.headers.location), cookie: worker.cookie },
  ]
  return siblings.flatMap(id => [
    ...lists,
    { kind: 'child’s page', path: `/people/${id}`, cookie: worker.cookie },
  ])
}

function send(url: string, agent: Agent, asked: Asked | undefined, due: number): Promise<Answered | null> {
  if (asked === undefined) return Promise.resolve(null)
  const { kind, path, cookie } = asked
  return new Promise(resolve => {
    const done = (ok: boolean) => resolve({ kind, ok, milliseconds: performance.now() - due })
    get(`${url}${path}`, { agent, headers: { cookie } }, answer => {
      answer.resume()
      answer.once('end', () => done(answer.statusCode === 200))
    }).once('error', () => done(false))
  })
}

function figuresOf(kind: LoadFigures['kind'], answers: readonly Answered[], seconds: number): LoadFigures {
  const times = answers.filter(({ ok }) => ok).map(({ milliseconds }) => milliseconds)
  return {
    kind,
    perSecond: round(times.length / seconds),
    answered: times.length,
    failed: answers.length - times.length,
    p50: round(quantile(times)),
    p95: round(quantile(times, 0.95)),
    max: round(Math.max(0, ...times)),
  }
}
