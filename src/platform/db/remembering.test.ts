import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { readOnce, remembering } from './remembering.ts'
import type { Work } from './work.ts'

const record = await testRecord()
const verifier = serviceActor('verifier')
const inPage = <R>(fn: (work: Work) => Promise<R>) => record.as(verifier, fn)

/** How often it ran is what it answers. */
function counting() {
  let times = 0
  return readOnce(async (work: Work, ids: readonly string[]) => {
    times += 1
    await sql`select ${ids.length}::int`.execute(work.db())
    return times
  })
}

test('a page that remembers asks once for the same people and again for others', async () => {
  const read = counting()
  const answers = await inPage(async given => {
    const work = remembering(given)
    return [
      await read(work, ['a']),
      await read(work, ['a']),
      await read(work, ['b']),
      await read(work, ['a']),
    ]
  })
  expect(answers).toEqual([1, 1, 2, 1])
})

test('two queries with the same arguments are told apart', async () => {
  const [read, other] = [counting(), counting()]
  const answers = await inPage(async given => {
    const work = remembering(given)
    await read(work, ['a'])
    await read(work, ['b'])
    return [await read(work, ['b']), await other(work, ['b'])]
  })
  expect(answers).toEqual([2, 1])
})

test('nothing is remembered elsewhere, nor from one page to the next', async () => {
  const read = counting()
  const plain = await inPage(async work => [await read(work, ['a']), await read(work, ['a'])])
  const pages = [
    await inPage(work => read(remembering(work), ['a'])),
    await inPage(work => read(remembering(work), ['a'])),
  ]
  expect([...plain, ...pages]).toEqual([1, 2, 3, 4])
})
