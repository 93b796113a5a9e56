import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotSettledError } from '#platform/db'
import { KithError } from '#platform/errors'
import { typedFields } from '#platform/http'
import { html } from '#ui'
import { fieldsOf } from './admit.ts'
import type { Parts } from './parts.ts'
import { NOT_FOUND, sendProblem, type Trouble } from './sendProblem.ts'

const UNREADABLE: Trouble = {
  status: 400,
  title: 'This request could not be read',
  sentences: ['Go back, check what you entered and try again.'],
}

const byStatus: Readonly<Record<number, Trouble>> = {
  400: UNREADABLE,
  413: {
    status: 413,
    title: 'This is too long',
    sentences: [
      'One page can send about a million letters, and files up to a size that its form names. Go back, send less and save again.',
    ],
  },
  415: { ...UNREADABLE, status: 415 },
  429: {
    status: 429,
    title: 'Too many requests',
    sentences: ['There were too many requests in a short time. Wait a minute and try again.'],
  },
  503: {
    status: 503,
    title: 'Kith is not available just now',
    sentences: ['What you had saved is safe. Try again in a minute.'],
    showCode: true,
  },
  507: {
    status: 507,
    title: 'There is no room left to save this',
    sentences: [
      'The disk that holds the record is full. Nothing was saved just now; what had been saved is safe.',
      'Anything you typed is still on this page, and a draft stays as it was last saved. Keep this page open, or copy your text.',
      'Whoever runs Kith for your council must free space on the disk: give them this code and the time. Then try again.',
    ],
    showCode: true,
  },
}

const UNEXPECTED: Trouble = {
  status: 500,
  title: 'Something went wrong',
  sentences: [
    'It is not your doing, and it has been noted. Try again; if it happens twice, report this code and the time.',
  ],
  showCode: true,
}

const NOT_SETTLED: Trouble = {
  status: 409,
  title: 'That moment is too recent',
  sentences: ['Work begun before it may still be going on. Wait a few seconds and try again.'],
}

/** A full disk or quota, of the database (disk_full) or of our own files: nobody but an operator can mend it. */
const NO_ROOM = /^(53100|ENOSPC|EDQUOT)$/
/** PostgreSQL names a quota, or a full disk met in an unusual place, an input/output error (58030) and adds the system's words. */
const NO_ROOM_WORDS = /No space left on device|Disk quota exceeded/
/** The database cannot be reached, has too little memory, or took too long: the request may simply come again. */
const DATABASE_AWAY = /^(ECONN|ENOENT$|EPIPE$|08|53|57|58)/
/** The driver's words, without a code, for a connection that was cut while it was in use. */
const CONNECTION_CUT = /^(Connection terminated|Client has encountered a connection error)/

/** What an error is to the person who met it. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof NotSettledError) return NOT_SETTLED
  const { code, statusCode, message } = error as { code?: unknown; statusCode?: unknown; message?: unknown }
  const status = error instanceof KithError ? error.status : typeof statusCode === 'number' ? statusCode : 500
  // The database would not take the row: the record is not this person's to write, or to know of.
  if (code === '42501' && String(message).includes('row-level security')) return NOT_FOUND
  if (hasNoRoom(code, message)) return byStatus[507] ?? UNEXPECTED
  const isAway = typeof code === 'string' ? DATABASE_AWAY.test(code) : CONNECTION_CUT.test(String(message))
  if (isAway) return byStatus[503] ?? UNEXPECTED
  if (error instanceof KithError && error.code.startsWith('KITH_PRINT_')) return noPrint(error)
  if (status === 404) return NOT_FOUND
  return byStatus[status] ?? (status >= 400 && status < 500 ? { ...UNREADABLE, status } : UNEXPECTED)
}

const noPrint = ({ safeMessage }: KithError): Trouble => ({
  status: 503,
  title: 'This print could not be made',
  sentences: [safeMessage],
  showCode: true,
})

function hasNoRoom(code: unknown, message: unknown): boolean {
  if (typeof code !== 'string') return false
  return NO_ROOM.test(code) || (/^5[38]/.test(code) && NO_ROOM_WORDS.test(String(message)))
}

/** Answers every error with a page of ours, and logs those that are bugs or outages. */
export function addErrorAnswers(server: FastifyInstance, parts: Parts): void {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const trouble = troubleOf(error)
    const fields = { correlation: request.id, route: request.routeOptions?.url, error }
    if (trouble.status >= 500) parts.log.error('request failed', fields)
    else if (trouble === NOT_FOUND) parts.log.warn('the database refused a row', fields)
    const typed = { ...trouble, more: html`${trouble.more}${typedFields(fieldsOf(request))}` }
    return request.authority ? sendProblem(request, reply, parts, typed) : bare(reply, parts, trouble)
  }
  server.setErrorHandler(answer)
  server.setNotFoundHandler((request, reply) => sendProblem(request, reply, parts, NOT_FOUND))
}

/** For requests that never got as far as an authority. */
export function bare(reply: FastifyReply, parts: Parts, trouble: Trouble): FastifyReply {
  return reply
    .code(trouble.status)
    .headers(parts.headers)
    .type('text/plain; charset=utf-8')
    .send(`${trouble.title}. ${trouble.sentences.join(' ')}\n`)
}

/** Malformed addresses do not reach the error handler: Fastify would answer them in its own words. */
export const malformed = (reply: FastifyReply, parts: Parts): FastifyReply => bare(reply, parts, UNREADABLE)
