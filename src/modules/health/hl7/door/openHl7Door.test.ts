import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect } from 'node:tls'
import { Hl7Connection } from '@medplum/hl7'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { certificates, type TlsSender, tlsSender } from '../../testing/tlsSender.ts'
import { answer } from '../answer.ts'
import { openHl7Line } from '../openHl7Line.ts'
import { readMessage } from '../readMessage.ts'
import type { Hl7DoorSettings, Refused } from './doorSettings.ts'
import { type Hl7Door, openHl7Door } from './openHl7Door.ts'

type Made = ReturnType<typeof certificates>
let made: Made
beforeAll(() => {
  made = certificates()
})

const doors: Hl7Door[] = []
afterEach(async () => {
  await Promise.all(doors.splice(0).map(door => door.close(0)))
})

const message = (id: string, name = 'Otterly') =>
  `MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|20260701120000||ADT^A04|${id}|P|2.4\rEVN|A04|20260701120000\r` +
  `PID|1||${id}^^^FALLOW^PI||${name}^Wren||20200102|F\rPV1|1|E|ED||||||||||||||||V${id}\r`
const framed = (text: string) => `\x0b${text}\x1c\r`
const code = (text: string) => /MSA\|(A[AER])\|([^|\r]*)/.exec(text)?.slice(1, 3)

/** As the service does it: what can be read and is stored is accepted, and what is not is answered by its fault. */
async function read(raw: Buffer): Promise<Buffer> {
  const reading = readMessage(raw)
  const fault = reading.kind === 'fault' ? { fault: reading.fault } : {}
  return answer({ envelope: reading.envelope, ...fault, id: 'K1', at: Temporal.Now.instant() })
}

async function open(settings: Partial<Hl7DoorSettings> = {}) {
  const refused: Refused[] = []
  const received: Buffer[] = []
  const door = await openHl7Door({
    port: 0,
    host: '127.0.0.1',
    tls: { ...made.door, ca: made.ca },
    refused: one => refused.push(one),
    ...settings,
    receive: (raw, peer) => {
      received.push(raw)
      return (settings.receive ?? read)(raw, peer)
    },
  })
  doors.push(door)
  const sender = () => tlsSender(door.port, { ca: made.ca, ...made.sender })
  return { door, refused, received, sender }
}

async function answersTo(sender: TlsSender, count: number, ...writes: readonly (string | Buffer)[]) {
  for (const bytes of writes) await sender.write(bytes)
  return (await sender.answers(count)).map(code)
}

describe('framing', () => {
  it('answers two messages that come in one write, each by its own id', async () => {
    const { sender, received } = await open()
    expect(await answersTo(await sender(), 2, framed(message('1')) + framed(message('2')))).toEqual([
      ['AA', '1'],
      ['AA', '2'],
    ])
    expect(received.map(String)).toEqual([message('1'), message('2')])
  })

  it('answers 1,013 messages sent without waiting, in order', async () => {
    const { sender } = await open()
    const ids = Array.from({ length: 1013 }, (_, index) => String(index))
    const answers = await answersTo(await sender(), 1013, ids.map(id => framed(message(id))).join(''))
    expect(answers).toEqual(ids.map(id => ['AA', id]))
  })

  it('waits for a carriage return that comes in a packet of its own', async () => {
    const { sender } = await open()
    expect(await answersTo(await sender(), 1, `\x0b${message('1')}\x1c`, '\r')).toEqual([['AA', '1']])
  })

  it('joins a message that comes in pieces, the last with the next message', async () => {
    const { sender, received } = await open()
    const [first, second] = [framed(message('1')), framed(message('2'))]
    const answers = await answersTo(
      await sender(),
      2,
      first.slice(0, 90),
      first.slice(90) + second.slice(0, 9),
      second.slice(9),
    )
    expect(answers).toEqual([
      ['AA', '1'],
      ['AA', '2'],
    ])
    expect(received).toHaveLength(2)
  })

  it('never reads a message cut short and the next one as one child', async () => {
    const { sender, received, refused } = await open()
    const cut = `\x0b${message('1').slice(0, 130)}`
    expect(await answersTo(await sender(), 2, cut + framed(message('2')))).toEqual([
      ['AR', '1'],
      ['AA', '2'],
    ])
    expect(received.map(String)).toEqual([message('2')])
    expect(refused).toMatchObject([{ why: 'cut_short' }])
  })

  it.each([
    ['an empty message', '', ['AR', '']],
    ['a message without MSH', 'PID|1||9', ['AR', '']],
    ['rubbish', '\x00\xff\xfe', ['AR', '']],
    ['a blank control id', message(''), ['AR', '']],
    ['markup', '<!DOCTYPE x><ADT/>', ['AR', '']],
    ['a message with its end missing', message('7').slice(0, 90), ['AE', '7']],
  ])('answers %s, and the good one after it', async (_, text, expected) => {
    const { sender } = await open()
    const answers = await answersTo(await sender(), 2, framed(text) + framed(message('8')))
    expect(answers).toEqual([expected, ['AA', '8']])
  })

  it('refuses 5 MB by its control id and closes, after answering what came before', async () => {
    const { sender, received, refused } = await open()
    const connection = await sender()
    const large = framed(message('2', 'x'.repeat(5_000_000)))
    connection.socket.write(framed(message('1')) + large)
    expect((await connection.answers(2)).map(code)).toEqual([
      ['AA', '1'],
      ['AR', '2'],
    ])
    await connection.closed
    expect(received).toHaveLength(1)
    expect(refused).toMatchObject([{ why: 'too_large' }])
  })
})

describe('who may come in', () => {
  it.each(['none', 'stranger'] as const)('refuses a client certificate of %s', async which => {
    const { door, received, refused } = await open()
    const own = which === 'none' ? {} : made.stranger
    // In TLS 1.3 the client believes itself connected before it is refused; 1.2 refuses in the handshake.
    const socket = connect({
      port: door.port,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: made.ca,
      ...own,
    })
    socket.on('secureConnect', () => socket.write(framed(message('1'))))
    socket.on('error', () => undefined)
    await new Promise(done => socket.on('close', done))
    await vi.waitFor(() => expect(refused).toHaveLength(1))
    expect(received).toEqual([])
    expect(refused).toMatchObject([{ why: 'no_certificate', peer: null }])
  })

  it('tells whose certificate it was, in TLS 1.2 as well', async () => {
    const peers: unknown[] = []
    const { door } = await open({
      receive: (raw, peer) => {
        peers.push(peer)
        return read(raw)
      },
    })
    const sender = await tlsSender(door.port, { ca: made.ca, ...made.sender, maxVersion: 'TLSv1.2' })
    await answersTo(sender, 1, framed(message('1')))
    expect(peers).toEqual([
      {
        subject: 'CN=Fallowmere Hospital',
        fingerprint256: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      },
    ])
  })

  it('understands and is understood by the library that hospitals send with', async () => {
    const { door } = await open()
    const line = await openHl7Line({
      ...{ host: '127.0.0.1', port: door.port, serverName: 'localhost' },
      tls: { ...made.sender, ca: made.ca },
    })
    expect(code(await line.send(message('77')))).toEqual(['AA', '77'])
    await line.close()
  })
})

it('needs frames of its own: the library loses a good message that came with a bad one', async () => {
  const stream = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() })
  const seen: string[] = []
  const connection = new Hl7Connection(stream as unknown as Socket) // all that it uses of a socket is a duplex stream
  connection.addEventListener('message', event => seen.push(event.message.toString()))
  connection.addEventListener('error', () => seen.push('error'))
  stream.push(framed(message('1')) + framed('PID|1') + framed(message('2')))
  await vi.waitFor(() => expect(seen).toEqual(['error']))
})

describe('one connection and the others', () => {
  it('answers in order though a later message is stored sooner, and blocks no other connection', async () => {
    let release = () => undefined as unknown
    const held = new Promise(resolve => {
      release = () => resolve(undefined)
    })
    const { sender } = await open({
      receive: async raw => {
        if (raw.includes('|slow|')) await held
        return read(raw)
      },
    })
    const [first, second] = [await sender(), await sender()]
    await first.write(framed(message('slow')) + framed(message('after')))
    expect(await answersTo(second, 1, framed(message('other')))).toEqual([['AA', 'other']])
    expect(await first.answers(0)).toEqual([])
    release()
    expect((await first.answers(2)).map(code)).toEqual([
      ['AA', 'slow'],
      ['AA', 'after'],
    ])
  })

  it('asks to send again what could not be stored, and goes on', async () => {
    const { sender, refused } = await open({
      receive: raw => (raw.includes('^A04|1|') ? Promise.reject(new Error('no store')) : read(raw)),
    })
    expect(await answersTo(await sender(), 2, framed(message('1')) + framed(message('2')))).toEqual([
      ['AR', '1'],
      ['AA', '2'],
    ])
    expect(refused).toMatchObject([{ why: 'not_stored', code: 'Error' }])
  })

  it('answers all to a sender that has finished speaking, and what it left unfinished too', async () => {
    const { sender } = await open()
    const connection = await sender()
    connection.socket.end(`${framed(message('1')) + framed(message('2'))}\x0b${message('3')}`)
    await connection.closed
    expect((await connection.answers(3)).map(code)).toEqual([
      ['AA', '1'],
      ['AA', '2'],
      ['AR', '3'],
    ])
  })

  it('closes a connection on which nothing happens', async () => {
    const { sender, door } = await open({ limits: { idleMs: 30 } })
    await (await sender()).closed
    await vi.waitFor(() => expect(door.connections()).toBe(0))
  })

  it('cuts off who does not read its answers', async () => {
    const { sender, door } = await open({
      limits: { idleMs: 50 },
      receive: () => Promise.resolve(Buffer.alloc(20_000_000)),
    })
    const connection = await sender()
    connection.socket.pause()
    await connection.write(framed(message('1')))
    await vi.waitFor(() => expect(door.connections()).toBe(0), { timeout: 4000 })
    connection.socket.destroy()
  })

  it('answers what has come before it closes', async () => {
    const { sender, door } = await open({
      receive: async raw => {
        await new Promise(resolve => setTimeout(resolve, 20))
        return read(raw)
      },
    })
    const connection = await sender()
    await connection.write(framed(message('1')) + framed(message('2')))
    await connection.answers(1)
    await Promise.all([door.close(), connection.closed])
    expect((await connection.answers(2)).map(code)).toEqual([
      ['AA', '1'],
      ['AA', '2'],
    ])
  })
})
