import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'

const record = await testRecord()

test('two transactions that wait for each other are both done in the end', async () => {
  const actor = await record.makers.worker()
  const tries: number[] = []
  let met: () => void = () => undefined
  const bothHold = new Promise<void>(resolve => {
    met = resolve
  })
  /** Takes two locks; the first time only once the other transaction holds its own first. */
  const take = (first: number, second: number) =>
    record.as(actor, async work => {
      const lock = (key: number) => sql`select pg_advisory_xact_lock(${key})`.execute(work.db())
      tries.push(first)
      await lock(first)
      if (tries.length === 2) met()
      if (tries.length <= 2) await bothHold
      await lock(second)
      return first
    })
  expect(await Promise.all([take(94_001, 94_002), take(94_002, 94_001)])).toEqual([94_001, 94_002])
  expect(tries.length).toBeGreaterThan(2)
})
