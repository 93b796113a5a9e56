import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { type CensusChild, checkFile } from './index.ts'
import { readCensus } from './readCensus.ts'
import { census, child } from './testing/censusXml.ts'

/** Megabytes of census to read: 20 here, as many as KITH_CENSUS_MEGABYTES says by hand. */
const { KITH_CENSUS_MEGABYTES = '10' } = process.env
const megabytes = Number(KITH_CENSUS_MEGABYTES)

const encoder = new TextEncoder()
const [head = '', tail = ''] = census(['@']).split('<Child>\n@\n</Child>')
const oneChild = (index: number) =>
  census([child({ LAchildID: `KITH${String(index).padStart(14, '0')}`, UPN: undefined })]).slice(
    head.length,
    -tail.length,
  )

async function* longCensus(): AsyncGenerator<Uint8Array> {
  yield encoder.encode(head)
  let sent = 0
  for (let index = 0; sent < megabytes * 1_000_000; index += 100) {
    const hundred = Array.from({ length: 100 }, (_, at) => oneChild(index + at)).join('')
    sent += hundred.length
    yield encoder.encode(hundred)
  }
  yield encoder.encode(tail)
}

/** What is alive, after collection. */
function liveMegabytes(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

/** How far what is alive grows between the first thousand children and the most. */
async function growth(take: (one: CensusChild) => unknown): Promise<number> {
  const live: number[] = []
  for await (const one of readCensus(longCensus())) {
    take(one)
    if (one.index === 1000 || one.index % 10_000 === 0) live.push(liveMegabytes())
  }
  expect(live.length).toBeGreaterThan(2)
  return Math.max(...live) - (live[0] ?? 0)
}

describe('a long census', () => {
  it('is read in constant memory', { timeout: 600_000 }, async () => {
    expect(await growth(() => {})).toBeLessThan(8)
  })

  it('needs for the rules of the whole file no more than its ids', { timeout: 600_000 }, async () => {
    const check = checkFile({ asAt: Temporal.PlainDate.from('2026-03-31') })
    expect(await growth(one => check.add(one))).toBeLessThan(megabytes / 3)
  })
})
