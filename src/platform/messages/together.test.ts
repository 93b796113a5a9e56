import { expect, test } from 'vitest'
import { together } from './together.ts'

/** What runs together, and when it is allowed to end. */
function counted(fails: (these: readonly number[]) => boolean = () => false) {
  const runs: (readonly number[])[] = []
  const take = together(async (these: readonly number[]) => {
    runs.push(these)
    await new Promise(resolve => setImmediate(resolve))
    if (fails(these)) throw new Error(`not ${these.join()}`)
    return these.map(one => one * 10)
  }, 3)
  return { runs, take }
}

test('what comes alone is done at once', async () => {
  const { runs, take } = counted()
  expect(await take(1)).toBe(10)
  expect(await take(2)).toBe(20)
  expect(runs).toEqual([[1], [2]])
})

test('what comes while another is done is done together next, no more than so many at once', async () => {
  const { runs, take } = counted()
  expect(await Promise.all([1, 2, 3, 4, 5].map(take))).toEqual([10, 20, 30, 40, 50])
  expect(runs).toEqual([[1], [2, 3, 4], [5]])
})

test('one that fails fails alone', async () => {
  const { take } = counted(these => these.includes(3))
  const answers = await Promise.allSettled([1, 2, 3, 4].map(take))
  expect(
    answers.map(answer => (answer.status === 'fulfilled' ? answer.value : answer.reason.message)),
  ).toEqual([10, 20, 'not 3', 40])
})
