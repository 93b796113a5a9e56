import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOnce, serviceActor, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import { testRecord } from '#test/record.ts'
import type { ClockSource, DerivedClock } from '../registry/clockSource.ts'
import { readEpisodes } from '../registry/readEpisodes.ts'
import { registries } from '../registry/registries.ts'
import { clockChain } from './clockChain.ts'
import { clockDifferences } from './clockDifferences.ts'
import { storedClocks } from './storedClocks.ts'
import { syncClocks } from './syncClocks.ts'

const record = await testRecord()
const importer = serviceActor('importer')
const registered = { sources: [...registries.clockSources], episodes: registries.episodeSource }
const asText = (clocks: readonly DerivedClock[]) =>
  clocks.map(clock => JSON.stringify({ ...clock, id: undefined }, Object.keys(clock).toSorted())).toSorted()

let facts: readonly DerivedClock[] = []
let sent: string[] = []
const query = pg.Client.prototype.query as (...given: unknown[]) => unknown // its many overloads, all passed on

beforeEach(() => {
  const source: ClockSource = {
    name: 'test',
    derive: async (_work, personIds) => facts.filter(({ personId }) => personIds.includes(personId)),
  }
  registries.clockSources.splice(0, Infinity, source)
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    sent.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text))
    return query.apply(this, given)
  } as typeof pg.Client.prototype.query
})

afterEach(() => {
  pg.Client.prototype.query = query as typeof pg.Client.prototype.query
  registries.clockSources.splice(0, Infinity, ...registered.sources)
  registries.episodeSource = registered.episodes
})

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (on: string) => ({
  id: makeUuid(),
  on: day(on),
  at: Temporal.Instant.from(`${on}T10:15:00.123456Z`),
})

/** Visits of a protection plan: a chain of as many clocks as there are visits, and one. */
const visits = (personId: Uuid, trigger: ReturnType<typeof at>, ...seen: readonly ReturnType<typeof at>[]) =>
  clockChain(
    { personId, clock: 'CP_VISIT', triggerKind: 'cp_plan', trigger, events: seen },
    shippedClockSettings,
  )

const writing = (verb: string) => sent.filter(text => text.trim().startsWith(verb) && /\bclock\b/.test(text))

async function sync(personIds: readonly Uuid[]): Promise<number> {
  sent = []
  return record.as(importer, work => syncClocks(work, personIds))
}
const stored = (personIds: readonly Uuid[]) => record.as(importer, work => storedClocks(work, personIds))

test('starts, moves and stops any number of clocks with one statement each, and they say what the facts say', async () => {
  const people = [await record.makers.person(), await record.makers.person()] as const
  const [first, second] = people
  const plans = [at('2026-01-05'), at('2026-01-06'), at('2026-01-07')] as const
  facts = [
    ...visits(first, plans[0]),
    ...visits(first, plans[1]),
    ...visits(second, plans[2], at('2026-01-12')),
  ]
  expect(await sync(people)).toBe(4)
  expect(writing('insert')).toHaveLength(1)
  expect(writing('update')).toHaveLength(0)
  expect(await record.as(importer, work => clockDifferences(work, people))).toEqual([])
  const ids = new Set((await stored(people)).map(({ id }) => id))

  const visit = at('2026-01-14')
  facts = [...visits(first, plans[0], visit), ...visits(first, plans[1], visit)] // the second child's plan was corrected away
  expect(await sync(people)).toBe(6)
  expect(writing('insert')).toHaveLength(1)
  expect(writing('update')).toHaveLength(1)
  const now = await stored(people)
  const ofFirst = now.filter(({ personId }) => personId === first)
  expect(asText(ofFirst)).toEqual(asText(facts))
  const gone = now.filter(({ personId }) => personId === second)
  expect(
    gone.map(({ outcome, outcomeReason, satisfiedOn }) => [outcome, outcomeReason, satisfiedOn?.toString()]),
  ).toEqual(
    expect.arrayContaining([
      ['superseded', 'The fact that started it was corrected', '2026-01-12'],
      ['superseded', 'The fact that started it was corrected', undefined],
    ]),
  )
  expect(now.filter(({ id }) => ids.has(id))).toHaveLength(4)
  expect(await sync(people)).toBe(0)
  expect([...writing('insert'), ...writing('update')]).toEqual([])
})

test('asks once for what several sources count from, and again after it has changed', async () => {
  const personId = await record.makers.person()
  let asked = 0
  registries.episodeSource = readOnce(async (_work: Work, _ids: readonly Uuid[]) => {
    asked += 1
    return []
  })
  const reads: ClockSource = {
    name: 'reads',
    derive: async (work, personIds) => {
      await readEpisodes(work, personIds)
      return []
    },
  }
  registries.clockSources.push(reads, { ...reads, name: 'reads too' })
  await record.as(importer, async work => {
    await syncClocks(work, [personId])
    expect(asked).toBe(1)
    await syncClocks(work, [personId])
    expect(asked).toBe(2)
  })
})
