import { setImmediate as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurns } from './inTurns.ts'

/** Runs that end when they are told to. */
function runs() {
  const begun: { readonly end: () => void; readonly fail: () => void }[] = []
  const run = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    begun.push({ end: resolve, fail: () => reject(new Error('It fails')) })
    return promise
  }
  return { begun, run }
}

test('of many for one lane one runs, one waits, and the others have nothing to do', async () => {
  const take = inTurns()
  const { begun, run } = runs()
  const first = take(0, run)
  await pause()
  const second = take(0, run)
  await take(0, run)
  expect(begun).toHaveLength(1)
  begun[0]?.end()
  await first
  await pause()
  expect(begun).toHaveLength(2)
  begun[1]?.end()
  await second
})

test('another lane waits for nobody', async () => {
  const take = inTurns()
  const { begun, run } = runs()
  const both = [take(0, run), take(1, run)]
  await pause()
  expect(begun).toHaveLength(2)
  for (const { end } of begun) end()
  await Promise.all(both)
})

test('a run that fails fails its own job, and the next begins', async () => {
  const take = inTurns()
  const { begun, run } = runs()
  const first = take(0, run)
  await pause()
  const second = take(0, run)
  begun[0]?.fail()
  await expect(first).rejects.toThrow('It fails')
  await pause()
  begun[1]?.end()
  await second
})
