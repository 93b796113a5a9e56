import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { acknowledgementText } from '../message/nhsText.ts'
import { openProtection } from '../testing/openProtection.ts'
import { exchange } from './exchange.ts'
import type { Mailbox } from './mailbox.ts'

const record = await testRecord()
const stage = await openProtection(record)
const { planned, number, follow, rows, sealer } = stage
const keeping = { database: record.database, sealer }

function mailbox(...held: readonly { readonly id: string; readonly bytes: Uint8Array }[]) {
  const sent: string[] = []
  const waiting = [...held]
  const taken: string[] = []
  const box: Mailbox = {
    send: async (bytes, { localId }) =>
      void sent.push(`${localId} ${Buffer.from(bytes).toString().length > 0}`),
    next: async () => waiting[0] ?? null,
    acknowledge: async id => {
      taken.push(id)
      waiting.shift()
    },
  }
  return { box, sent, taken }
}

test('hands a file over once, and takes in what the mailbox holds', async () => {
  const { personId } = await planned()
  await number(personId)
  await follow()
  const { box, sent, taken } = mailbox(
    { id: 'M1', bytes: acknowledgementText(1, 'CPF02') },
    { id: 'M2', bytes: Buffer.from('no such message') },
  )
  await exchange(keeping, box)
  await exchange(keeping, box)
  expect(sent).toHaveLength(1)
  expect(taken).toEqual(['M1', 'M2'])
  expect(await rows(sql`select kind from protection_message`)).toEqual([{ kind: '02' }])
  expect(await stage.openWorks()).toEqual(['unreadable'])
  expect(await rows(sql`select channel, control_id, fault from app.message_in`)).toEqual([
    { channel: 'mesh', control_id: 'M2', fault: 'no_message_of_protection_information' },
  ])
})

test('a mailbox that fails leaves the file unsent and the message where it was', async () => {
  await stage.answer('CPF02')
  const { personId } = await planned()
  await number(personId)
  await follow()
  const { box, taken } = mailbox({ id: 'M3', bytes: acknowledgementText(9, 'CPF02') })
  const failing: Mailbox = { ...box, send: () => Promise.reject(new Error('The line is cut')) }
  await expect(exchange(keeping, failing)).rejects.toThrow('The line is cut')
  expect(taken).toEqual([])
  expect(await rows(sql`select 1 from protection_file where sent_at is null`)).toHaveLength(1)
})

test('two turns at once make one file and queue each change once', async () => {
  await stage.answer('CPF02')
  const { personId } = await planned()
  await number(personId)
  await Promise.all([follow(), follow(), follow()])
  expect(await rows(sql`select what from protection_change where person_id = ${personId}`)).toEqual([
    { what: 'started' },
  ])
  expect(
    await rows(sql`select 1 from protection_file where answered_at is null and given_up_at is null`),
  ).toHaveLength(1)
})
