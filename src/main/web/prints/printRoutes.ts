import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admit } from '../admit.ts'
import type { Parts } from '../parts.ts'
import { sendPage } from '../renderPage.ts'
import { sendProblem, type Trouble } from '../sendProblem.ts'
import { sendReply } from '../sendReply.ts'
import type { KeptPrint } from './keptPrint.ts'
import { printPage, printTitle } from './printPage.ts'
import { KEPT_MINUTES } from './printShelf.ts'
import { ownerOf, sendFile } from './sendPrint.ts'

const signedIn = { config: { rule: { admits: 'signed_in' } }, schema: { hide: true } } as const

/** How often the page asks for itself where no script renews it. */
const EVERY = 2 // seconds
/** How often memory is freed of what nobody fetched. */
const SWEEP = 60_000 // milliseconds

/** Another's, expired, lost with the process that made it, or never there: one answer, alike to the last byte. */
const GONE: Trouble = {
  status: 404,
  title: 'This document is not here',
  sentences: [
    `A document is kept for ${KEPT_MINUTES} minutes after it is made, for whoever asked for it and nobody else, and not when the service is started again.`,
    'If you asked for it, go back to the page where you did and ask again. Nothing of the record is lost.',
  ],
}

/** The page of a print that is being made, and the print once it is. */
export function addPrints(server: FastifyInstance, parts: Parts): void {
  const { prints } = parts
  const answer =
    (show: typeof showProgress) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const refused = admit(request, reply, parts, 'signed_in')
      if (refused !== undefined) return refused
      const owner = ownerOf(request)
      const { printId } = request.params as { printId: string } // by the pattern of the route
      const print = owner && prints.find(owner, printId)
      return print ? show(request, reply, parts, print) : sendProblem(request, reply, parts, GONE)
    }
  server.get('/prints/:printId', signedIn, answer(showProgress))
  server.get('/prints/:printId/file', signedIn, answer(hand))
  const timer = setInterval(() => prints.clear(), SWEEP)
  timer.unref()
  server.addHook('onClose', async () => clearInterval(timer))
}

async function showProgress(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  print: KeptPrint,
): Promise<FastifyReply> {
  return sendPage(request, reply, parts, {
    title: printTitle(print),
    back: withoutFormat(print.path),
    content: printPage({ print, now: parts.clock.now(), usualSeconds: parts.prints.usualSeconds(print) }),
    ...(print.outcome === null ? { renewsEvery: EVERY, scripts: ['printProgress.js'] } : {}),
  })
}

/** Reads the record once more as whoever fetches, so that a print outlives nobody's right to it, and the audit knows of each fetch. */
async function hand(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  print: KeptPrint,
): Promise<FastifyReply> {
  const { outcome, fileName, admits } = print
  if (outcome?.kind !== 'made') return reply.redirect(`/prints/${print.id}`, 303)
  const refused = admit(request, reply, parts, admits)
  if (refused !== undefined) return refused
  const answer = await print.again(request)
  if (answer.kind === 'print')
    return sendFile(reply, { fileName, mediaType: 'application/pdf', bytes: outcome.bytes })
  parts.prints.remove(print)
  return sendReply(request, reply, parts, { answer, past: null })
}

/** The page on which a print was asked for, with its filters. */
function withoutFormat(path: string): string {
  const [page = '/', query = ''] = path.split('?')
  const kept = query.split('&').filter(part => part !== '' && part.split('=')[0] !== 'format')
  return kept.length === 0 ? page : `${page}?${kept.join('&')}`
}
