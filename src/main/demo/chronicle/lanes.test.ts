import { expect, test } from 'vitest'
import { openLanes } from './lanes.ts'

test('no more pieces run at once than there are lanes', async () => {
  const lanes = openLanes(2)
  let running = 0
  let most = 0
  for (let piece = 0; piece < 6; piece += 1)
    await lanes.start(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise(done => setTimeout(done, 2))
      running -= 1
    })
  await lanes.finish()
  expect([most, running]).toEqual([2, 0])
})

test('a piece that fails stops what follows', async () => {
  const lanes = openLanes(1)
  await lanes.start(() => Promise.reject(new Error('no ink')))
  await expect(lanes.start(async () => {})).rejects.toThrow('no ink')
  await expect(lanes.finish()).rejects.toThrow('no ink')
})
