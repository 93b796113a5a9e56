import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { turnOf } from '#test/turn.ts'
import { setStage } from '../routes/stage.ts'
import { changeOf, type Reader, readerOf } from './contents.ts'
import { statementFaults } from './statementFaults.ts'
import { send, type Trial } from './trial.ts'
import { writes } from './writes.ts'

const faults = statementFaults()
const record = await testRecord(2)
faults.within(record.superuserUrl)
let reader: Reader
let trial: Trial
beforeAll(async () => {
  reader = await readerOf(record.superuserUrl)
  trial = { stage: await setStage(record), faults, reader }
})
afterAll(async () => {
  faults.end()
  await reader.end()
})

const versioned = writes.filter(({ name }) => name.startsWith('/people/:personId/details/:part/:rowId'))

it.each(versioned)('refuses a form that was opened before another was saved: $name', async ({ fill }) => {
  const filled = await fill(trial.stage)
  expect(filled.fields['recorded_from']).toMatch(/^20/)
  expect((await send(trial, { filled, key: makeUuid() })).statusCode).toBe(303)
  const before = await reader.read()
  const stale = await send(trial, { filled, key: makeUuid() })
  expect(stale.statusCode).toBe(409)
  expect(stale.body).toContain('Somebody changed this after you opened it')
  // That the record was shown is noted; nothing else is.
  const { 'audit.entry': _shown, ...change } = changeOf(before, await reader.read())
  expect(change).toEqual({})
})

it('knows every form that carries a version', async () => {
  const others = writes.filter(write => !versioned.includes(write))
  const carrying: string[] = []
  for (const { name, fill } of turnOf(others, 4)) {
    const { by, url } = await fill(trial.stage)
    const { body, statusCode } = await trial.stage.visitors[by].get(url)
    if (statusCode === 200 && body.includes('name="recorded_from"')) carrying.push(name)
  }
  expect(carrying).toEqual([])
})
