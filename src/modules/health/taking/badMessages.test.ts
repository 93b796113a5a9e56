import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testSealer } from '#test/server.ts'
import { type Hl7Door, openHl7Door } from '../hl7/door/openHl7Door.ts'
import { openHospital } from '../testing/hospital.ts'
import { certificates, type TlsSender, tlsSender } from '../testing/tlsSender.ts'
import { readHl7 } from './readHl7.ts'
import { takeHl7 } from './takeHl7.ts'

const record = await testRecord()
const { database } = record
const sealer = testSealer()
const made = certificates()
let door: Hl7Door
let sender: TlsSender
beforeAll(async () => {
  const { admin, senderId } = await openHospital(record)
  const { fingerprint256 } = new X509Certificate(made.sender.cert)
  await record.as(admin, work =>
    sql`update health_sender set facility = 'RZZ99', fingerprints = ${[fingerprint256]} where id = ${senderId}`.execute(
      work.db(),
    ),
  )
  door = await openHl7Door({
    ...{ port: 0, host: '127.0.0.1', tls: { ...made.door, ca: made.ca } },
    receive: takeHl7([{ database, sealer }]),
  })
  sender = await tlsSender(door.port, { ca: made.ca, ...made.sender })
})
afterAll(async () => {
  sender.socket.destroy()
  await door.close(0)
})

type Parts = {
  id?: string
  visit?: string
  name?: string
  born?: string
  event?: string
  facility?: string
  charset?: string
}
const message = ({ visit = 'V', id = visit, name = 'Otterly', ...more }: Parts) =>
  [
    `MSH|^~\\&|FALLOW|${more.facility ?? 'RZZ99'}|KITH|COUNTY|20261120120100||ADT^${more.event ?? 'A04'}|${id}|P|2.4||||||${more.charset ?? ''}`,
    `PID|1||||${name}^Wren||${more.born ?? '20240502'}|F`,
    `PV1|1|E|ED^^^RZZ99||||||||||||||||${visit}|||||||||||||||||||||||||202611201145`,
  ].join('\r')
const framed = (text: string | Buffer) =>
  Buffer.concat([Buffer.from('\x0b'), Buffer.from(text), Buffer.from('\x1c\r')])

let answered = 0
/** Sends bytes in one write and gives the code, the control id and the words of so many answers. */
async function send(bytes: Buffer, count = 1) {
  await sender.write(bytes)
  answered += count
  return (await sender.answers(answered)).slice(-count).map(text => {
    const [, code, id, words = ''] =
      text
        .split('\r')
        .find(line => line.startsWith('MSA'))
        ?.split('|') ?? []
    return { said: `${code} ${id}`, words }
  })
}
const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  record.as(serviceActor('listener'), async work => (await query.execute(work.db())).rows)

/** What is kept since so many rows: answer, state and fault of messages; key, name and told birth of visits. */
async function found(keptBefore: number) {
  const rows = await ask(sql<{ id: string; said: string }>`
    select m.id, concat_ws(' ', m.answer_code, w.state, m.fault) as said from app.message_in m join app.message_work w on w.message_id = m.id
    order by m.received_at offset ${keptBefore}`)
  return rows
}
const kept = async () =>
  (await ask(sql<{ n: number }>`select count(*)::int as n from app.message_in`))[0]?.n ?? 0
const visits = async () =>
  (
    await ask(sql<{ said: string }>`
      select concat_ws(' ', a.visit_key, a.status, a.told_family, a.told_birth_as) as said from attendance a order by a.id`)
  ).map(({ said }) => said)

const two = Buffer.concat([framed(message({ visit: 'A1' })), framed(message({ visit: 'A2' }))])
const cut = (visit: string) => Buffer.from(`\x0b${message({ visit }).slice(0, 120)}`)
const latin = Buffer.from(message({ visit: 'J1', name: 'Zo\u00eb', charset: '8859/1' }), 'latin1')
const long = randomBytes(3000).toString('hex')

test.each<
  readonly [
    what: string,
    bytes: Buffer,
    answers: readonly string[],
    stored: readonly string[],
    told: readonly string[],
  ]
>([
  [
    'two messages in one write',
    two,
    ['AA A1', 'AA A2'],
    ['AA done', 'AA done'],
    ['A1 here Otterly', 'A2 here Otterly'],
  ],
  [
    'one cut short, and the next',
    Buffer.concat([cut('B1'), framed(message({ visit: 'B2' }))]),
    ['AR B1', 'AA B2'],
    ['AA done'],
    ['B2 here Otterly'],
  ],
  ['no control id', framed(message({ id: '', visit: 'C1' })), ['AR '], ['AR refused control_id_missing'], []],
  [
    'a control id used again with other content',
    Buffer.concat([framed(message({ id: 'D', visit: 'D1' })), framed(message({ id: 'D', visit: 'D2' }))]),
    ['AA D', 'AA D'],
    ['AA done', 'AA done'],
    ['D1 here Otterly', 'D2 here Otterly'],
  ],
  [
    'month 13',
    framed(message({ visit: 'E1', born: '20241302' })),
    ['AA E1'],
    ['AA done'],
    ['E1 here Otterly 20241302'],
  ],
  [
    'lines that end with LF',
    framed(message({ visit: 'F1' }).replaceAll('\r', '\n')),
    ['AA F1'],
    ['AA done'],
    ['F1 here Otterly'],
  ],
  ['letters of ISO-8859-1, declared', framed(latin), ['AA J1'], ['AA done'], ['J1 here Zo\u00eb']],
  ['an event that nobody knows', framed(message({ visit: 'G1', event: 'Z99' })), ['AA G1'], ['AA done'], []],
  [
    'XML with a document type',
    framed('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'),
    ['AR '],
    ['AR refused not_hl7_markup'],
    [],
  ],
  [
    'another sender',
    framed(message({ visit: 'H1', facility: 'RYY01' })),
    ['AR H1'],
    ['AR refused sender_not_accepted'],
    [],
  ],
  [
    'a NUL in its control id',
    framed(message({ id: 'K\0', visit: 'K1' })),
    ['AA K'],
    ['AA done'],
    ['K1 here Otterly'],
  ],
  [
    'a NUL in a name',
    framed(message({ visit: 'L1', name: 'Ott\0erly' })),
    ['AA L1'],
    ['AA done'],
    ['L1 here Otterly'],
  ],
  [
    'a control id without end',
    framed(message({ id: long, visit: 'M1' })),
    [`AA ${long}`],
    ['AA done'],
    ['M1 here Otterly'],
  ],
  [
    'a visit number without end',
    framed(message({ id: 'N1', visit: long })),
    ['AA N1'],
    ['AA done'],
    [`long number ${createHash('sha256').update(long).digest('hex').slice(0, 32)} here Otterly`],
  ],
])('%s', async (_what, bytes, answers, stored, told) => {
  const [before, visitsBefore] = [await kept(), (await visits()).length]
  const said = await send(bytes, answers.length)
  expect(said.map(one => one.said)).toEqual(answers)
  for (const { said: code, words } of said) expect(words.length > 10).toBe(!code.startsWith('AA')) // says what is wrong
  const task = readMessageTask(sealer, readHl7)
  for (const { id } of await found(before))
    await task.run({ database, log: makeLog({ level: 'silent' }) }, { id })
  expect((await found(before)).map(one => one.said)).toEqual(stored)
  expect((await visits()).slice(visitsBefore)).toEqual(told)
})
