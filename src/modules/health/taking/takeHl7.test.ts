import { createHash, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { openSealer } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { noticesFor } from '../attendances/queries/noticesFor.ts'
import { openHl7Door } from '../hl7/door/openHl7Door.ts'
import { openHospital } from '../testing/hospital.ts'
import { certificates, tlsSender } from '../testing/tlsSender.ts'
import { readHl7 } from './readHl7.ts'
import { takeHl7 } from './takeHl7.ts'

const record = await testRecord()
const { database } = record
const { senderId, admin, visitor, visiting } = await openHospital(record)
const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
const sealer = openSealer({
  folder,
  authority: '989',
  installationKey: createHash('sha256').update('only for tests').digest(),
})
const made = certificates()
const fingerprint = (pem: string) => new X509Certificate(pem).fingerprint256
await record.as(admin, async work => {
  await sql`update health_sender set facility = 'RZZ99', fingerprints = ${[fingerprint(made.sender.cert)]} where id = ${senderId}`.execute(
    work.db(),
  )
})
const door = await openHl7Door({
  port: 0,
  host: '127.0.0.1',
  tls: { ...made.door, ca: made.ca },
  receive: takeHl7([{ database, sealer }]),
})
const sender = await tlsSender(door.port, { ca: made.ca, ...made.sender })
afterAll(async () => {
  sender.socket.destroy()
  await door.close(0)
  rmSync(folder, { recursive: true })
})

const message = (
  controlId: string,
  { event = 'A04', visit = 'V1', name = 'Otterly^Wren', minute = '00', facility = 'RZZ99' } = {},
) =>
  [
    `MSH|^~\\&|FALLOW|${facility}|KITH|COUNTY|202611201201||ADT^${event}|${controlId}|P|2.4`,
    `EVN|${event}|2026112012${minute}00`,
    `PID|1||9434765919^^^NHS^NH||${name}||20240502|F|||1 Row^^Town^^NM1 2AB`,
    `PV1|1|E|ED^^^RZZ99||||||||||||||||${visit}|||||||||||||||||||||||||202611201145`,
  ].join('\r')
let answered = 0
async function send(text: string): Promise<string> {
  await sender.write(`\x0b${text}\x1c\r`)
  answered += 1
  return (await sender.answers(answered)).at(-1) ?? ''
}
const kept = async () =>
  (
    await database.as(serviceActor('listener'), 'test', work =>
      sql<{
        id: Uuid
        controlId: string
        answer: string
        state: string | null
        senderId: Uuid | null
        reason: string | null
      }>`
        select m.id, control_id as "controlId", answer_code as answer, w.state, m.sender_id as "senderId", w.reason
        from app.message_in m left join app.message_work w on w.message_id = m.id order by m.received_at`.execute(
        work.db(),
      ),
    )
  ).rows
const task = readMessageTask(sealer, readHl7)
const readAll = async () => {
  for (const { id, state } of await kept())
    if (state === 'waiting') await task.run({ database, log: makeLog({ level: 'silent' }) }, { id })
}
const list = () =>
  record.as(visitor, work =>
    noticesFor(work, { show: 'all', teams: { all: [visiting], duty: [] }, limit: 100, offset: 0 }),
  )

test('a message over mutual TLS is kept, answered with AA, read, and on the nurse’s list', async () => {
  expect(await send(message('1'))).toContain('MSA|AA|1')
  await readAll()
  expect(await list()).toMatchObject([
    { family: 'Otterly', given: 'Wren', nhsNumber: '9434765919', readAt: null },
  ])
})

test('the same message again has the same answer, byte for byte, and is no second notice', async () => {
  const [first, again] = [
    await send(message('2', { visit: 'V2' })),
    await send(message('2', { visit: 'V2' })),
  ]
  expect(again).toBe(first)
  await readAll()
  expect((await kept()).filter(({ controlId }) => controlId === '2')).toHaveLength(1)
})

test('a control id that is used again with other content is another message, and is read', async () => {
  await send(message('3', { visit: 'V3', name: 'Once^Used' }))
  await send(message('3', { visit: 'V4', name: 'Twice^Used' }))
  await readAll()
  const names = (await list()).map(({ family }) => family)
  expect(names).toContain('Once')
  expect(names).toContain('Twice')
})

test('whoever may not send is kept, refused and never read', async () => {
  expect(await send(message('4', { facility: 'OTHER' }))).toContain('MSA|AR|4')
  expect((await kept()).find(({ controlId }) => controlId === '4')).toMatchObject({
    answer: 'AR',
    state: 'refused',
    senderId: null,
  })
})

test('a message at fault is answered with AE and kept; it is not read', async () => {
  const headless = message('5').split('\r').slice(0, 2).join('\r')
  expect(await send(headless)).toContain('MSA|AE|5')
  expect((await kept()).find(({ controlId }) => controlId === '5')).toMatchObject({
    answer: 'AE',
    state: 'refused',
  })
})

test('a cancellation withdraws what the same visit told', async () => {
  await send(message('6', { visit: 'V6', name: 'Gone^Back' }))
  await send(message('7', { visit: 'V6', name: 'Gone^Back', event: 'A11', minute: '30' }))
  await readAll()
  expect((await list()).find(({ family }) => family === 'Gone')?.withdrawnAt).not.toBeNull()
})

test('the bytes in the database tell nobody anything', async () => {
  const { rows } = await database.as(serviceActor('listener'), 'test', work =>
    sql<{ sealed: Buffer }>`select sealed from app.message_in`.execute(work.db()),
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('Otterly')
})

describe('a message that fails', () => {
  test('is tried five times, then dead with its reason, and holds up no other', async () => {
    await send(message('8', { visit: 'V8', name: 'Next^One' }))
    const broken = (await kept()).find(({ controlId }) => controlId === '8')?.id as Uuid // just sent
    const failing = readMessageTask(sealer, () => Promise.reject(new Error('out of order')))
    for (let n = 0; n < 5; n += 1)
      await failing.run({ database, log: makeLog({ level: 'silent' }) }, { id: broken })
    expect((await kept()).find(({ id }) => id === broken)).toMatchObject({ state: 'dead', reason: 'failed' })
    await send(message('9', { visit: 'V9', name: 'After^It' }))
    await readAll()
    expect((await list()).map(({ family }) => family)).toContain('After')
    expect((await list()).map(({ family }) => family)).not.toContain('Next')
  })
  test('asked for by nobody’s id is passed over', async () => {
    await task.run({ database, log: makeLog({ level: 'silent' }) }, { id: makeUuid() })
    expect((await kept()).every(({ state }) => state !== 'waiting')).toBe(true)
  })
})
