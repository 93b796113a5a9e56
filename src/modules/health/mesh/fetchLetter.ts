import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Answer, Line } from './callMesh.ts'
import { MailboxFault } from './faults.ts'
import type { Letter, Report } from './mailbox.ts'

const unzip = promisify(gunzip)
const LONGEST_WORDS = 200
const MOST_PARTS = 1000

/** Fetches a message with all its parts, unpacked. It stays in the mailbox. */
export async function fetchLetter(line: Line, id: string): Promise<Letter> {
  const path = `/inbox/${encodeURIComponent(id)}`
  const { messageBytes } = line.limits
  let left = messageBytes
  const get = async (at: string): Promise<Answer> => {
    const answer = await line.call({
      method: 'GET',
      path: at,
      headers: { 'Accept-Encoding': 'gzip' },
      mostBytes: left,
    })
    left -= answer.body.length
    return answer
  }
  const first = await get(path)
  const parts = [first]
  for (let number = 2; number <= partsOf(first); number += 1) parts.push(await get(`${path}/${number}`))
  return {
    id,
    from: header(first, 'mex-from') ?? '',
    workflow: header(first, 'mex-workflowid') ?? '',
    localId: header(first, 'mex-localid'),
    report: reportOf(first),
    bytes: await unpacked(parts, messageBytes),
  }
}

function partsOf(answer: Answer): number {
  const range = /^\s*1\s*:\s*(\d{1,6})\s*$/.exec(header(answer, 'mex-chunk-range') ?? '1:1')
  const total = Math.max(1, Number(range?.[1]))
  if (Number.isNaN(total)) throw new MailboxFault('unintelligible')
  if (total > MOST_PARTS) throw new MailboxFault('too_large')
  return total
}

/** Whether each part was packed by itself or the whole was packed and then cut, the packed parts in a row are one packed whole (RFC 1952, 2.2). */
async function unpacked(parts: readonly Answer[], mostBytes: number): Promise<Buffer> {
  const packed = parts.filter(part => header(part, 'content-encoding')?.toLowerCase() === 'gzip')
  const whole = Buffer.concat(parts.map(({ body }) => body))
  if (packed.length === 0 || whole.length === 0) return whole
  if (packed.length === parts.length) return await opened(whole, mostBytes)
  const each = parts.map(part => (packed.includes(part) ? opened(part.body, mostBytes) : part.body))
  return Buffer.concat(await Promise.all(each))
}

async function opened(bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
  return await unzip(bytes, { maxOutputLength }).catch((error: NodeJS.ErrnoException) => {
    throw new MailboxFault(
      error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : 'unintelligible',
      null,
      error,
    )
  })
}

/** The exchange tells of what it could not deliver by a message of its own, of the type REPORT and without content. */
function reportOf(answer: Answer): Report | null {
  if (header(answer, 'mex-messagetype')?.toUpperCase() !== 'REPORT') return null
  return {
    code: header(answer, 'mex-statuscode') ?? '',
    description: header(answer, 'mex-statusdescription') ?? '',
    linkedId: header(answer, 'mex-linkedmsgid'),
  }
}

function header({ headers }: Answer, name: string): string | null {
  const value = headers[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, LONGEST_WORDS) : null
}
