import type { Put, Shelf } from './shelf.ts'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: Buffer
}
type Answer = {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: Buffer | string
}

const NEEDED = ['mex-clientversion', 'mex-osname', 'mex-osversion', 'mex-osarchitecture', 'mex-javaversion']

/** Mailboxes to which something may be sent. */
const KNOWN: ReadonlySet<string> = new Set(['X26CPIS'])

/** What the service answers to a call that it lets in (NHS England, MESH API, version 2 of the answers). */
export function answerMesh(shelf: Shelf, mailbox: string, asked: Asked): Answer {
  const { method, path, headers } = asked
  const [, , who, box, id = '', more = '', last] = path.split('/')
  if (who !== mailbox) return { status: 403 }
  if (method === 'POST' && box === undefined)
    return { status: NEEDED.every(name => headers[name]) ? 200 : 400 }
  if (method === 'POST' && box === 'outbox') return upload(shelf, asked, id, Number(more || 1))
  if (method === 'GET' && box === 'inbox' && id === '') return json({ messages: [...shelf.inbox.keys()] })
  if (method === 'PUT' && box === 'inbox' && more === 'status' && last === 'acknowledged')
    return { status: shelf.acknowledge(id) ? 200 : 404 }
  const put = shelf.inbox.get(id)
  if (method !== 'GET' || box !== 'inbox') return { status: 404 }
  return put === undefined ? { status: 410 } : download(shelf, mailbox, put, Number(more || 1))
}

function upload(shelf: Shelf, { headers, body }: Asked, id: string, number: number): Answer {
  if (number === 1 && !headers['mex-workflowid']) return { status: 400 }
  if (number === 1 && !KNOWN.has(headers['mex-to'] ?? '')) return refused('12', 'Unregistered to address')
  const made = number === 1 ? `SENT${shelf.sent.length + 1}` : id
  const accepted = body.length > 0 ? shelf.accept(made, number, headers, body) : null
  if (accepted === null) return refused('InvalidHeaderChunks', 'Invalid chunk values')
  return json({ message_id: accepted }, 202)
}

function download(shelf: Shelf, mailbox: string, put: Put, number: number): Answer {
  const part = shelf.partOf(put, number)
  if (part === null) return { status: 404 }
  return {
    status: number < part.total ? 206 : 200,
    headers: {
      'Mex-From': put.from ?? 'X26HC999',
      'Mex-To': mailbox,
      'Mex-MessageID': put.id,
      'Mex-MessageType': 'DATA',
      'Mex-Chunk-Range': `${number}:${part.total}`,
      ...(put.workflow === undefined ? {} : { 'Mex-WorkflowID': put.workflow }),
      ...(put.packed === undefined ? {} : { 'Content-Encoding': 'gzip' }),
      ...put.headers,
    },
    body: part.body,
  }
}

const refused = (code: string, msg: string): Answer => json({ detail: [{ event: 'SEND', code, msg }] }, 417)

const json = (body: unknown, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'application/vnd.mesh.v2+json' },
  body: JSON.stringify(body),
})
