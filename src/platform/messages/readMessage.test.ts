import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Task } from '#platform/jobs'
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
const keep = (names: readonly string[], about: (name: string) => { about?: string } = () => ({})) =>
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
      names.map(name => ({
        ...told,
        ...about(name),
        controlId: name,
        bytes: Buffer.from(name),
        answer: Buffer.from(name),
      })),
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

const runBoth = async (task: Task) => {
  for (const lane of [0, 1]) await task.run({ database, log }, { lane })
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
  await runBoth(task)
  expect(read.map(({ name }) => name)).toEqual(['0', '1', '2', '3'])
  expect(new Set(read.map(({ by }) => by)).size).toBe(1)
  expect(await states([...earlier, ...ids])).toEqual(['done 1', 'done 1', 'done 1', 'done 1'])
  await runBoth(task)
  expect(read).toHaveLength(4)
})

test('one that fails holds back none of those that were read with it', async () => {
  const ids = await keep(['4', 'bad', '6'])
  const { task } = reader('bad')
  await runBoth(task)
  expect(await states(ids)).toEqual(['done 1', 'waiting 1', 'done 1'])
})

test('one that failed before is tried again by itself', async () => {
  const [bad = ''] = await keep(['bad again'])
  await runBoth(reader('bad again').task)
  const ids = await keep(['8'])
  const { read, task } = reader('bad again')
  await runBoth(task)
  await task.run({ database, log }, { id: bad })
  expect(read.map(({ name }) => name)).toEqual(['8', 'bad again'])
  expect(await states([bad, ...ids])).toEqual(['waiting 2', 'done 1'])
})

test('what a sender tells of one thing stays in one lane, and of many things is shared out', async () => {
  const names = Array.from({ length: 40 }, (_, number) => `visit ${number % 20} ${number}`)
  const ids = await keep(names, name => ({ about: name.split(' ').slice(0, 2).join(' ') }))
  const { rows } = await record.as(serviceActor('listener'), work =>
    sql<{ lane: number }>`select lane from app.message_work where message_id = any (${ids}::uuid[])
      order by array_position(${ids}::uuid[], message_id)`.execute(work.db()),
  )
  const lanes = rows.map(({ lane }) => lane)
  expect(lanes.slice(0, 20)).toEqual(lanes.slice(20))
  expect(new Set(lanes)).toEqual(new Set([0, 1]))
})
