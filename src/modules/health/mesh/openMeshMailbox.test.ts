import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MailboxFault } from './faults.ts'
import { openMeshMailbox } from './openMeshMailbox.ts'
import { checkReplay } from './testing/checkReplay.ts'
import { type MeshServer, openMeshServer } from './testing/meshServer.ts'
import { meshToken } from './token.ts'

let server: MeshServer
beforeAll(async () => {
  server = await openMeshServer()
})
afterEach(() => {
  server.behave()
  server.shelf.inbox.clear()
  server.shelf.sent.length = 0
  server.calls.length = 0
})
afterAll(() => server.close())

const open = (change: Partial<typeof server.settings> = {}) =>
  openMeshMailbox({ ...server.settings, ...change })
const file = {
  ...{ to: 'X26CPIS', workflow: 'CPIS_UPLOAD', localId: 'file-7', fileName: 'file-7.xml', subject: 'File 7' },
  bytes: Buffer.from('<file>invented</file>'),
}
const faultOf = (promise: Promise<unknown>): Promise<MailboxFault> =>
  promise.then(
    () => expect.unreachable('It succeeded'),
    (error: MailboxFault) => error,
  )

describe('the token', () => {
  const who = { mailbox: 'X26HC001', password: 'sesame', sharedKey: 'BackBone' }
  const at = Temporal.Instant.from('2020-05-04T13:05:59Z')

  it('is what the published rule makes of a worked example', () => {
    // printf 'X26HC001:2c001608-5f09-4840-9611-bea43e666a30:1:sesame:202005041305' | openssl dgst -sha256 -hmac BackBone
    expect(meshToken(who, { nonce: '2c001608-5f09-4840-9611-bea43e666a30', count: 1, at })).toBe(
      'NHSMESH X26HC001:2c001608-5f09-4840-9611-bea43e666a30:1:202005041305:6b7b7502382727aecb7bb27b9b99cff836bbdd51f136a9e820b717348369b0c6',
    )
  })

  it('is another for each call, and one that was used is refused', async () => {
    const mailbox = open()
    await mailbox.waiting()
    await mailbox.waiting()
    expect(server.refused).toEqual([])
    expect(await checkReplay(server)).toEqual([200, 403])
    expect(server.refused).toEqual(['used before'])
  })

  it.each([
    ['another password', { password: 'another' }, 'wrong hash'],
    ['another shared key', { sharedKey: 'another' }, 'wrong hash'],
    [
      'a clock that is a day behind',
      {
        clock: {
          now: () => Temporal.Now.instant().subtract({ hours: 24 }),
          today: () => Temporal.Now.plainDateISO(),
        },
      },
      'too old or too new',
    ],
  ])('is refused by %s', async (_, change, why) => {
    const fault = await faultOf(open(change).waiting())
    expect(fault).toMatchObject({ code: 'forbidden', detail: '403' })
    expect(fault.message).toContain('password and shared key')
    expect(server.refused.at(-1)).toBe(why)
  })
})

describe('mutual TLS', () => {
  it('names certificates as what does not agree, on either side', async () => {
    const { stranger, settings } = server
    const { ca } = settings.tls
    expect((await faultOf(open({ tls: { ...stranger, ca } }).waiting())).code).toMatch(
      /certificate|unreachable/,
    )
    expect(await faultOf(open({ tls: { ...settings.tls, ca: stranger.cert } }).waiting())).toMatchObject({
      code: 'certificate',
    })
    expect(server.calls).toEqual([])
  })
})

describe('sending', () => {
  it('says from whom, to whom and what it is, and packs it', async () => {
    expect(await open().send(file)).toBe('SENT1')
    const [sent] = server.shelf.sent
    expect(sent?.bytes.toString()).toBe('<file>invented</file>')
    expect(sent?.headers).toMatchObject({
      ...{
        'mex-from': 'X26HC001',
        'mex-to': 'X26CPIS',
        'mex-workflowid': 'CPIS_UPLOAD',
        'mex-localid': 'file-7',
      },
      ...{ 'mex-filename': 'file-7.xml', 'mex-subject': 'File 7', 'content-encoding': 'gzip' },
    })
  })

  it('cuts what is too long for one part', async () => {
    await open({ limits: { chunkBytes: 8 } }).send(file)
    expect(server.shelf.sent.map(({ bytes }) => bytes.toString())).toEqual(['<file>invented</file>'])
    expect(server.calls).toEqual([
      'POST /messageexchange/X26HC001/outbox',
      'POST /messageexchange/X26HC001/outbox/SENT1/2',
      'POST /messageexchange/X26HC001/outbox/SENT1/3',
    ])
  })

  it('tells the code that the NHS gave, and none of its words', async () => {
    const fault = await faultOf(open().send({ ...file, to: 'X26NOBODY' }))
    expect(fault).toMatchObject({ code: 'not_accepted', detail: '417, code 12' })
    expect(fault.message).not.toContain('Unregistered')
    expect(server.shelf.sent).toEqual([])
  })
})

describe('fetching', () => {
  const bytes = Buffer.from('<answer>'.repeat(50))
  it.each([
    ['in one part', {}],
    ['packed', { packed: 'whole' }],
    ['in two parts', { chunkBytes: 210 }],
    ['in two parts, each packed', { chunkBytes: 210, packed: 'parts' }],
    ['packed and then cut in parts', { chunkBytes: 20, packed: 'whole' }],
  ] as const)('puts together what comes %s', async (_, how) => {
    server.put({ id: 'M1', bytes, workflow: 'CPIS_ACK', ...how })
    const mailbox = open()
    expect(await mailbox.waiting()).toEqual(['M1'])
    const letter = await mailbox.fetch('M1')
    expect(letter).toMatchObject({ id: 'M1', from: 'X26HC999', workflow: 'CPIS_ACK', report: null })
    expect(Buffer.from(letter.bytes).equals(bytes)).toBe(true)
    expect(await mailbox.waiting()).toEqual(['M1'])
    await mailbox.acknowledge('M1')
    expect(await mailbox.waiting()).toEqual([])
    await mailbox.acknowledge('M1')
  })

  it('takes no message that is larger than it holds, packed or not', async () => {
    const mailbox = open({ limits: { messageBytes: 100 } })
    server.put({ id: 'M1', bytes }, { id: 'M2', bytes, packed: 'whole' }, { id: 'M3', bytes, chunkBytes: 60 })
    for (const id of ['M1', 'M2', 'M3']) expect((await faultOf(mailbox.fetch(id))).code).toBe('too_large')
  })

  it('does not take for packed what is not', async () => {
    server.put({ id: 'M1', bytes, headers: { 'Content-Encoding': 'gzip' } })
    expect((await faultOf(open().fetch('M1'))).code).toBe('unintelligible')
  })

  it('reads a report of what was not collected', async () => {
    const headers = {
      ...{
        'Mex-MessageType': 'REPORT',
        'Mex-LocalID': 'file-7',
        'Mex-StatusCode': '14',
        'Mex-LinkedMsgID': 'SENT1',
      },
      'Mex-StatusDescription': 'Message not collected by recipient after 5 days',
    }
    server.put({ id: 'R1', bytes: Buffer.alloc(0), headers })
    expect(await open().fetch('R1')).toMatchObject({
      localId: 'file-7',
      report: {
        code: '14',
        description: 'Message not collected by recipient after 5 days',
        linkedId: 'SENT1',
      },
    })
  })
})

describe('what goes wrong', () => {
  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [410, 'gone'],
    [417, 'not_accepted'],
    [429, 'too_often'],
    [400, 'refused'],
    [500, 'failed_there'],
    [503, 'failed_there'],
    [301, 'unintelligible'],
    ['cut_before', 'unreachable'],
    ['cut_after', 'unreachable'],
    ['silent', 'timed_out'],
  ] as const)('%s is told as %s', async (misbehaviour, code) => {
    server.put({ id: 'M1', bytes: file.bytes })
    server.behave(() => misbehaviour)
    const mailbox = open({ limits: { idleMs: 100 } })
    const calls = [
      () => mailbox.waiting(),
      () => mailbox.fetch('M1'),
      () => mailbox.send(file),
      () => mailbox.validate(),
    ]
    for (const call of calls) expect((await faultOf(call())).code).toBe(code)
  })

  it('a server that is not there is told as one', async () => {
    const fault = await faultOf(open({ url: 'https://localhost:1' }).waiting())
    expect(fault).toMatchObject({ code: 'unreachable', detail: 'ECONNREFUSED' })
  })

  it('gives up a call that stays lively for ever', async () => {
    server.behave(() => 'silent')
    expect((await faultOf(open({ limits: { wholeMs: 100 } }).waiting())).code).toBe('timed_out')
  })
})
