import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openWard } from '../../../src/main/demo/index.ts'
import { codeOf, framed, openHospitalLine } from '../../support/hospitalLine.ts'
import { quantile, ratioOf, round } from '../figures.ts'
import type { OpenSenders } from './openSenders.ts'

/** Messages taken by the door, beside the least that keeping one can cost: a row of the same size, committed. */
export type TakingFigures = {
  readonly connections: number
  readonly takenPerSecond: number
  readonly insertedPerSecond: number
  /** Inserts by PostgreSQL alone for each message taken: the middle of the ratios of each round. */
  readonly ratio: number
  /** Of one answer, in milliseconds. */
  readonly answerMs: { readonly p50: number; readonly p95: number; readonly p99: number }
}

const CONNECTIONS = 8
const ROUNDS = 3
const SECONDS = 5

/** Each connection sends the next when the last was answered, as hospitals do. Rounds of both take turns, the jobs at rest. */
export async function measureTaking(senders: OpenSenders, facility: string): Promise<TakingFigures> {
  const [taken, inserted, times]: number[][] = [[], [], []]
  const bare = await openBare(senders)
  try {
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      inserted?.push(await insertBare(bare))
      taken?.push(await takeMessages(senders, facility, times ?? []))
      while ((await senders.waiting()) > 0) await pause(500)
    }
  } finally {
    await bare[0]?.query('drop table bench_bare')
    for (const client of bare) await client.end()
  }
  const at = (share: number) => round(quantile(times ?? [], share))
  return {
    connections: CONNECTIONS,
    takenPerSecond: Math.round(quantile(taken ?? [])),
    insertedPerSecond: Math.round(quantile(inserted ?? [])),
    ratio: ratioOf(inserted ?? [], taken ?? []),
    answerMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  }
}

/** @returns how many a second */
async function takeMessages(
  { line, children }: OpenSenders,
  facility: string,
  times: number[],
): Promise<number> {
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => openHospitalLine(line)))
  const wards = lines.map((_, place) => openWard(facility, children, `T${place}-${performance.now() | 0}-`))
  const perSecond = await forSeconds(CONNECTIONS, async lane => {
    const { text } = wards[lane]?.next(Temporal.Now.instant()) ?? { text: '' }
    const began = performance.now()
    const answer = await lines[lane]?.ask(framed(text))
    times.push(performance.now() - began)
    if (codeOf(answer ?? '') !== 'AA') throw new Error(`A message was not taken: ${answer}`)
  })
  for (const one of lines) one.close()
  return perSecond
}

/** As many times a second as lanes that never rest can do something. */
async function forSeconds(lanes: number, once: (lane: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const counts = await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      let count = 0
      for (; performance.now() - began < SECONDS * 1000; count += 1) await once(lane)
      return count
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000)
}

async function openBare({ cluster, county }: OpenSenders): Promise<readonly pg.Client[]> {
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client(cluster.ownerUrl(county)))
  await Promise.all(clients.map(client => client.connect()))
  await clients[0]?.query(
    'create table bench_bare (id uuid primary key default uuidv7(), body bytea not null, at timestamptz not null default now())',
  )
  return clients
}

/** Of the size of a message. */
const ROW = Buffer.alloc(700, 'x')

const insertBare = (clients: readonly pg.Client[]): Promise<number> =>
  forSeconds(CONNECTIONS, async lane =>
    clients[lane]?.query({ name: 'bare', text: 'insert into bench_bare (body) values ($1)', values: [ROW] }),
  )
