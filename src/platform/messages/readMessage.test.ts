import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'

import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testSealer } from '#test/server.ts'
import { keepMessages, type MessageReader, readMessageTask } from './index.ts'

const record = await testRecord()
const { database } = record
const sealer = testSealer()
const senderId = '01900000-0000-7000-8000-000000000001' as const
const log = makeLog({ level: 'silent' })

/** Keeps messages of these names together. @returns their ids, in order */
const keep = (names: readonly string[]) =>
  record.as(serviceActor('listener'), async work => {
    const told = {
      senderId: senderId as never,
      saidSender: null,
      channel: 'mllp',
      answerCode: 'AA',
      fault: null,
    } as const
    const kept = await keepMessages(
      work,
      sealer,
      names.map(name => ({ ...told, controlId: name, bytes: Buffer.from(name), answer: Buffer.from(name) })),
    )
    return kept.map(({ id }) => id)
  })

/** Notes by which transaction each message was read. */
function reader(refused: string) {
  const read: { readonly name: string; readonly by: string }[] = []
  const readOne: MessageReader = async (work, { bytes }) => {
    const { rows } = await sql<{ by: string }>`select pg_current_xact_id()::text as by`.execute(work.db())
    read.push({ name: bytes.toString(), by: rows[0]?.by ?? '' })
    if (bytes.toString() === refused) throw new Error('It is poisoned')
  }
  return { read, task: readMessageTask(sealer, readOne) }
}

const states = async (ids: readonly string[]) =>
  (
    await record.as(serviceActor('listener'), work =>
      sql<{ state: string; tries: number }>`select state, tries from app.message_work
        where message_id = any (${ids}::uuid[]) order by array_position(${ids}::uuid[], message_id)`.execute(
        work.db(),
      ),
    )
  ).rows.map(({ state, tries }) => `${state} ${tries}`)

test('messages that came together are read in one transaction, oldest first, with whatever else waits', async () => {
  const earlier = await keep(['0'])
  const ids = await keep(['1', '2', '3'])
  const { read, task } = reader('')
  await task.run({ database, log }, { lane: 1 })
  expect(read.map(({ name }) => name)).toEqual(['0', '1', '2', '3'])
  expect(new Set(read.map(({ by }) => by)).size).toBe(1)
  expect(await states([...earlier, ...ids])).toEqual(['done 1', 'done 1', 'done 1', 'done 1'])
  await task.run({ database, log }, { lane: 1 })
  expect(read).toHaveLength(4)
})

test('one that fails holds back none of those that were read with it', async () => {
  const ids = await keep(['4', 'bad', '6'])
  const { task } = reader('bad')
  await task.run({ database, log }, { lane: 1 })
  expect(await states(ids)).toEqual(['done 1', 'waiting 1', 'done 1'])
})

test('one that failed before is tried again by itself', async () => {
  const [bad = ''] = await keep(['bad again'])
  await reader('bad again').task.run({ database, log }, { lane: 1 })
  const ids = await keep(['8'])
  const { read, task } = reader('bad again')
  await task.run({ database, log }, { lane: 1 })
  await task.run({ database, log }, { id: bad })
  expect(read.map(({ name }) => name)).toEqual(['8', 'bad again'])
  expect(await states([bad, ...ids])).toEqual(['waiting 2', 'done 1'])
})
