import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { atOnce } from './atOnce.ts'
import { inBatches } from './inBatches.ts'

async function* from<T>(...items: readonly T[]) {
  yield* items
}

test('items that share a key run one after the other, others beside them', async () => {
  const told: string[] = []
  const work = async (item: string) => {
    told.push(`${item} begins`)
    await setTimeout(item === 'a1' ? 40 : 5)
    told.push(`${item} ends`)
  }
  await atOnce(from('a1', 'b1', 'a2'), 3, work, item => new Set([item.slice(0, 1)]))
  expect(told).toEqual(['a1 begins', 'b1 begins', 'b1 ends', 'a1 ends', 'a2 begins', 'a2 ends'])
})

test('never more are under way than asked for', async () => {
  let now = 0
  let most = 0
  await atOnce(from(1, 2, 3, 4, 5), 2, async () => {
    now += 1
    most = Math.max(most, now)
    await setTimeout(2)
    now -= 1
  })
  expect(most).toBe(2)
})

test('a failure ends the taking of items, and waits for those under way', async () => {
  const ended: number[] = []
  const work = async (item: number) => {
    if (item === 1) throw new Error('one failed')
    await setTimeout(5)
    ended.push(item)
  }
  await expect(atOnce(from(0, 1, 2, 3), 2, work)).rejects.toThrow('one failed')
  expect(ended).toEqual([0])
})

test('batches are closed by number or by weight, and the last is what is left', async () => {
  const limits = { items: 3, weight: 10, weigh: (item: number) => item }
  const batches = await Array.fromAsync(inBatches(from(1, 2, 3, 20, 4, 5, 6, 1), limits))
  expect(batches).toEqual([[1, 2, 3], [20], [4, 5, 6], [1]])
})
