import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Reply } from '#platform/http'
import { cookieName, isSessionAlive } from '#platform/sign-in'
import type { Parts } from '../parts.ts'
import type { PrintSource } from '../prints/keptPrint.ts'
import { authorityOf } from '../request.ts'

type Live = Extract<Reply, { kind: 'live' }>

/** A page is told at most so often: one message each millisecond changes a list no faster than somebody reads. */
const PAUSE_MS = 1000
/** Proxies close what says nothing. */
const BEAT_MS = 20_000

/**
 * Tells an open page whenever its list has become another: as server-sent events to whoever asks for them, else the mark once. Each time the
 * route is asked anew as the signed-in person; a session that has ended meanwhile is told nothing more.
 */
export function sendLive(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  live: Live,
  source: PrintSource | undefined,
): FastifyReply {
  const { news } = authorityOf(request)
  const wants = (request.headers.accept ?? '').includes('text/event-stream')
  if (!wants || news === undefined || source === undefined)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify({ mark: live.mark }))
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>), // set by the entrance, texts all
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  keepTelling(request, reply, parts, { live, again: async () => markOf(await source.again(request)), news })
  return reply
}

const markOf = (reply: Reply): string | null => (reply.kind === 'live' ? reply.mark : null)

type Telling = {
  readonly live: Live
  readonly again: () => Promise<string | null>
  readonly news: { on(topic: string, hear: () => void): () => void }
}

function keepTelling(
  request: FastifyRequest,
  { raw }: FastifyReply,
  parts: Parts,
  { live, again, news }: Telling,
): void {
  let told = ''
  let timer: NodeJS.Timeout | undefined
  let last = 0
  const tell = (mark: string) => {
    if (mark === told) return
    told = mark
    raw.write(`data: ${JSON.stringify({ mark })}\n\n`)
  }
  const look = async () => {
    timer = undefined
    last = performance.now()
    const mark = await again()
    const isOver = !(await isAlive(request, parts)) // asked last: what came after the session ended is not told
    if (raw.writableEnded) return
    if (mark === null || isOver) raw.end()
    else tell(mark)
  }
  const hear = () => {
    timer ??= setTimeout(
      () => look().catch(() => raw.end()),
      Math.max(0, last + PAUSE_MS - performance.now()),
    )
  }
  tell(live.mark)
  const stop = news.on(live.topic, hear)
  hear() // something may have been committed since the mark was made, before anybody listened
  const beat = setInterval(() => raw.write(': here\n\n'), BEAT_MS)
  parts.openStreams.add(raw)
  raw.on('close', () => {
    stop()
    clearTimeout(timer)
    clearInterval(beat)
    parts.openStreams.delete(raw)
  })
}

/** Without counting as use of the session: a page that is open and left alone ends with it. */
async function isAlive(request: FastifyRequest, parts: Parts): Promise<boolean> {
  const token = request.cookies[cookieName('session', parts.isSecure)] ?? ''
  return await isSessionAlive(authorityOf(request).database, parts.clock, parts.sessionLimits, token)
}
