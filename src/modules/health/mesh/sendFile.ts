import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import type { Line } from './callMesh.ts'
import { MailboxFault } from './faults.ts'
import type { Outgoing } from './mailbox.ts'

const zip = promisify(gzip)
/** Version 2 of the interface writes the first, version 1 the second. */
const accepted = z.union([
  z.object({ message_id: z.string().min(1) }).transform(one => one.message_id),
  z.object({ messageID: z.string().min(1) }).transform(one => one.messageID),
])

/** Sends a file in as many parts as it needs, each packed. It is delivered with its last part. @returns its name there */
export async function sendFile(line: Line, from: string, file: Outgoing): Promise<string> {
  const { bytes } = file
  const size = line.limits.chunkBytes
  const total = Math.max(1, Math.ceil(bytes.length / size))
  const part = (number: number) => zip(bytes.subarray((number - 1) * size, number * size))
  const answer = await line.call({
    method: 'POST',
    path: '/outbox',
    headers: { ...chunk(1, total), ...control(from, file) },
    body: await part(1),
  })
  const id = accepted.safeParse(parseJson(answer.body)).data
  if (id === undefined) throw new MailboxFault('unintelligible')
  for (let number = 2; number <= total; number += 1)
    await line.call({
      method: 'POST',
      path: `/outbox/${encodeURIComponent(id)}/${number}`,
      headers: chunk(number, total),
      body: await part(number),
    })
  return id
}

const chunk = (number: number, total: number) => ({
  'Content-Type': 'application/octet-stream',
  'Content-Encoding': 'gzip',
  'Mex-Chunk-Range': `${number}:${total}`,
})

const control = (from: string, { to, workflow, localId, fileName, subject }: Outgoing) => ({
  'Mex-From': from,
  'Mex-To': to,
  'Mex-WorkflowID': workflow,
  'Mex-LocalID': localId,
  'Mex-FileName': fileName,
  'Mex-Subject': subject,
})

/** An answer in JSON; undefined for what is none. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
