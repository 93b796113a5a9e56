import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Reply, safeFileName } from '#platform/http'
import type { Parts } from '../parts.ts'
import { authorityOf } from '../request.ts'
import type { KeptPrint, PrintOutcome, PrintOwner, PrintSource } from './keptPrint.ts'

/** A print that is done by then is answered at once, and no page of progress is shown. */
const PROMPT = 1000 // milliseconds

/** Whoever makes this request, as the owner of prints; null when nobody is signed in. */
export function ownerOf(request: FastifyRequest): PrintOwner | null {
  const { session } = request
  return session && { database: authorityOf(request).database, workerId: session.workerId }
}

/** Answers with the print itself when it is done in a moment, else leads to the page that shows how far it is. */
export async function sendPrint(
  request: FastifyRequest,
  reply: FastifyReply,
  { prints, log }: Parts,
  answer: Extract<Reply, { kind: 'print' }>,
  source: PrintSource,
): Promise<FastifyReply> {
  const owner = ownerOf(request)
  if (owner === null) throw new Error('A print was asked for without a session')
  const { fileName, make, entries = null } = answer
  const kind = request.routeOptions.url ?? ''
  const print = prints.ask({ ...owner, ...source, path: request.url, kind, fileName, entries, make })
  const outcome = await within(print, PROMPT)
  if (outcome === null) {
    if (!print.isAwaited) logFailure(print, request, log)
    print.isAwaited = true
    return reply.redirect(`/prints/${print.id}`, 303)
  }
  if (!print.isAwaited) prints.remove(print)
  if (outcome.kind === 'failed') throw outcome.error
  return sendFile(reply, { fileName, mediaType: 'application/pdf', bytes: outcome.bytes })
}

/** Of one that fails when nobody waits for an answer any more. */
function logFailure({ finished, kind }: KeptPrint, { id }: FastifyRequest, log: Parts['log']): void {
  void finished.then(outcome => {
    if (outcome.kind === 'failed')
      log.error('a print failed', { correlation: id, route: kind, error: outcome.error })
  })
}

async function within({ finished }: KeptPrint, milliseconds: number): Promise<PrintOutcome | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  return Promise.race([finished, late]).finally(() => clearTimeout(timer))
}

/** A file to keep, which no browser opens by itself. */
export const sendFile = (
  reply: FastifyReply,
  { fileName, mediaType, bytes }: Pick<Extract<Reply, { kind: 'file' }>, 'fileName' | 'mediaType' | 'bytes'>,
): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${safeFileName(fileName, 'pdf')}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(bytes))
