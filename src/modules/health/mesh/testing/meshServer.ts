import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { certificates } from '../../testing/tlsSender.ts'
import type { MeshSettings } from '../meshSettings.ts'
import { type Asked, answerMesh } from './answerMesh.ts'
import { Shelf } from './shelf.ts'
import { tokenCheck } from './tokenCheck.ts'

/** How one call goes wrong: an answer of this status, no answer at all, a connection cut before anything was done or after all of it was. */
export type Misbehaviour = number | 'silent' | 'cut_before' | 'cut_after'
/** @returns how this call goes wrong; undefined: it does not */
export type Mood = (asked: Pick<Asked, 'method' | 'path'>) => Misbehaviour | undefined

export type MeshServer = Awaited<ReturnType<typeof openMeshServer>>

const credentials = { mailbox: 'X26HC001', password: 'only for tests', sharedKey: 'a key of every test' }

/** A server in the shape of MESH: real HTTPS that wants a certificate, and judges each token. It keeps one mailbox, in memory. */
export async function openMeshServer(now: () => Temporal.Instant = () => Temporal.Now.instant()) {
  const made = certificates()
  const shelf = new Shelf()
  const calls: string[] = []
  const refused: string[] = []
  const state: { mood: Mood } = { mood: () => undefined }
  const judge = tokenCheck(credentials, now)
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await read(request)
    const fault = state.mood(asked)
    if (fault === 'silent') return
    if (fault === 'cut_before') return request.socket.destroy()
    calls.push(`${asked.method} ${asked.path}`)
    const token = judge(request.headers.authorization)
    if (token !== null) refused.push(token)
    const answer =
      token !== null
        ? { status: 403 }
        : typeof fault === 'number'
          ? { status: fault }
          : answerMesh(shelf, credentials.mailbox, asked)
    if (fault === 'cut_after') return request.socket.destroy()
    response.writeHead(answer.status, answer.headers)
    return response.end(answer.body)
  }
  const server = createServer(
    { ...made.door, ca: made.ca, requestCert: true, rejectUnauthorized: true },
    serve,
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server that listens has one
  const settings: MeshSettings = {
    ...credentials,
    url: `https://localhost:${port}`,
    tls: { ...made.sender, ca: made.ca },
  }
  return {
    ...{ shelf, calls, refused, settings, stranger: made.stranger },
    put: (...messages: readonly Parameters<typeof shelf.inbox.set>[1][]) => {
      for (const one of messages) shelf.inbox.set(one.id, one)
    },
    behave: (mood: Mood = () => undefined) => {
      state.mood = mood
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function read(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  const { pathname } = new URL(request.url ?? '/', 'https://localhost')
  return {
    method: request.method ?? '',
    path: decodeURIComponent(pathname),
    headers: request.headers as Record<string, string>, // none of those that may come twice is looked at
    body: Buffer.concat(parts),
  }
}
