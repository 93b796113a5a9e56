import { once } from 'node:events'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import * as https from 'node:https'
import { makeUuid } from '#platform/ids'
import { systemClock } from '#platform/time'
import { faultOfError, faultOfStatus, MailboxFault } from './faults.ts'
import { type MeshLimits, type MeshSettings, shippedLimits } from './meshSettings.ts'
import { meshToken } from './token.ts'

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the mailbox: '/inbox'; empty for the mailbox itself. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly mostBytes?: number
}
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
/** One mailbox, ready to be asked. @throws MailboxFault for everything that is not an answer in the 200s */
export type Line = { readonly limits: MeshLimits; call(call: Call): Promise<Answer> }

const MOST_ANSWER = 1_000_000

/** Opens a line to a mailbox over mutual TLS. Each call has a token of its own; no address elsewhere is ever followed. */
export function openLine(settings: MeshSettings): Line {
  const limits = { ...shippedLimits, ...settings.limits }
  const agent = new https.Agent({ ...settings.tls, keepAlive: true, minVersion: 'TLSv1.2' })
  return {
    limits,
    async call(call) {
      const answer = await exchangeBytes(settings, agent, limits, call).catch((error: unknown) => {
        throw faultOfError(error)
      })
      if (answer.status < 200 || answer.status > 299) throw faultOfStatus(answer.status, answer.body)
      return answer
    },
  }
}

async function exchangeBytes(
  settings: MeshSettings,
  agent: https.Agent,
  { idleMs, wholeMs }: MeshLimits,
  { method, path, headers, body, mostBytes = MOST_ANSWER }: Call,
): Promise<Answer> {
  const at = (settings.clock ?? systemClock).now()
  const address = `${settings.url}/messageexchange/${encodeURIComponent(settings.mailbox)}${path}`
  const signal = AbortSignal.timeout(wholeMs)
  const request = https.request(address, {
    ...{ method, agent, timeout: idleMs, signal },
    headers: {
      Accept: 'application/vnd.mesh.v2+json',
      'User-Agent': 'kith',
      ...headers,
      'Content-Length': String(body?.length ?? 0),
      Authorization: meshToken(settings, { nonce: makeUuid(), count: 0, at }),
    },
  })
  let isIdle = false
  request.on('timeout', () => {
    isIdle = true
    request.destroy()
  })
  request.on('error', () => {}) // told by what waits for the answer; a second one has nobody to tell
  request.end(body)
  try {
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    const { statusCode: status = 0, headers: answered } = response
    return { status, headers: answered, body: await readBody(response, mostBytes) }
  } catch (error) {
    throw isIdle || signal.aborted ? new MailboxFault('timed_out', null, error) : error
  }
}

async function readBody(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > mostBytes) throw new MailboxFault('too_large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
