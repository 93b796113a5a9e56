import type { TLSSocket } from 'node:tls'
import { answer } from '../answer.ts'
import type { FaultCode } from '../faults.ts'
import { readEnvelopeOf } from '../readMessage.ts'
import type { Hl7DoorLimits, Hl7DoorSettings, Peer } from './doorSettings.ts'
import { createFramer, type Framed } from './framer.ts'

/** The messages of one connection, answered one after the other in the order they came. */
export function serveSocket(
  socket: TLSSocket,
  peer: Peer,
  limits: Hl7DoorLimits,
  settings: Hl7DoorSettings,
): { readonly finish: () => void } {
  const framer = createFramer(limits.frameBytes)
  const line = new AnswerLine(socket, limits.waiting, one => answerOf(one, peer, settings))
  socket.setTimeout(limits.idleMs, () => line.endWhenIdle())
  socket.on('data', (chunk: Buffer) => line.add(framer.push(chunk)))
  socket.on('end', () => {
    line.add(framer.end())
    line.endWhenAnswered()
  })
  // A reset is no fault of ours: what was received is stored and answered to nobody; the sender sends it again.
  socket.on('error', (error: NodeJS.ErrnoException) =>
    settings.refused?.({ why: 'connection_broken', peer, code: error.code ?? null }),
  )
  return {
    finish: () => {
      socket.pause()
      line.endWhenAnswered()
    },
  }
}

const partingMs = 5_000

/** What is waiting on one connection. Nothing is read from it while too much waits, and no other connection notices. */
class AnswerLine {
  readonly #socket: TLSSocket
  readonly #limit: number
  readonly #answerOf: (framed: Framed) => Promise<Buffer>
  #waiting: Framed[] = []
  #isAnswering = false
  #isEnding = false
  #isWriting = false
  #hasEnded = false

  constructor(socket: TLSSocket, limit: number, answerOf: (framed: Framed) => Promise<Buffer>) {
    this.#socket = socket
    this.#limit = limit
    this.#answerOf = answerOf
  }

  add(framed: readonly Framed[]): void {
    if (this.#hasEnded) return
    this.#waiting.push(...framed)
    if (this.#waiting.length >= this.#limit) this.#socket.pause()
    if (!this.#isAnswering) void this.#answerAll()
  }

  /** Ends the connection after the last answer; at once when nothing waits. */
  endWhenAnswered(): void {
    this.#isEnding = true
    if (!this.#isAnswering) this.#end()
  }

  /** Nothing has moved for long: who does not read an answer is cut off, and an answer in the making is waited for. */
  endWhenIdle(): void {
    if (this.#isWriting) this.#socket.destroy()
    else this.endWhenAnswered()
  }

  /** Says that no more comes, and does not wait for ever for the other end to say the same. */
  #end(): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#socket.end()
    this.#socket.resume()
    const cutOff = setTimeout(() => this.#socket.destroy(), partingMs)
    this.#socket.once('close', () => clearTimeout(cutOff))
  }

  async #answerAll(): Promise<void> {
    this.#isAnswering = true
    for (let framed = this.#waiting.shift(); framed; framed = this.#waiting.shift()) {
      if (framed.kind === 'too_large') this.#isEnding = true
      await this.#write(await this.#answerOf(framed))
      if (this.#waiting.length < this.#limit && !this.#isEnding) this.#socket.resume()
    }
    this.#isAnswering = false
    if (this.#isEnding) this.#end()
  }

  /** Resolves when the answer has left, so that who sends and never reads is not answered into memory. */
  async #write(bytes: Buffer): Promise<void> {
    if (!this.#socket.writable) return
    this.#isWriting = true
    const framed = Buffer.concat([Buffer.from([0x0b]), bytes, Buffer.from([0x1c, 0x0d])])
    await new Promise<void>(resolve => {
      this.#socket.once('close', resolve)
      this.#socket.write(framed, () => {
        this.#socket.off('close', resolve)
        resolve()
      })
    })
    this.#isWriting = false
  }
}

async function answerOf(framed: Framed, peer: Peer, settings: Hl7DoorSettings): Promise<Buffer> {
  const turnAway = (fault: FaultCode & ('too_large' | 'cut_short' | 'not_stored'), code: string | null) => {
    settings.refused?.({ why: fault, peer, code })
    const at = settings.now?.() ?? Temporal.Now.instant()
    const id = String(at.epochMilliseconds)
    return answer({ envelope: readEnvelopeOf(framed.bytes), fault, id, at })
  }
  if (framed.kind === 'too_large') return turnAway('too_large', null)
  if (framed.kind === 'cut') return turnAway('cut_short', null)
  try {
    return await settings.receive(framed.bytes, peer)
  } catch (error) {
    return turnAway('not_stored', error instanceof Error ? error.name : null)
  }
}
