import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Options } from '#platform/db'
import { sha256 } from '#platform/files'
import { openedAt } from '#platform/form-use'
import {
  csrfToken,
  findSubmission,
  KNOWN_AT,
  keepSubmission,
  type Reply,
  type Route,
  readKnownAt,
  recordShown,
  submissionHash,
  typedFields,
  type Upload,
  type Visit,
} from '#platform/http'
import { makeUuid, parseUuid, type Uuid } from '#platform/ids'
import type { Session } from '#platform/sign-in'
import { html } from '#ui'
import { fieldsOf } from './admit.ts'
import { noteSaved, noteShown } from './formUse.ts'
import type { Parts } from './parts.ts'
import { readVisit } from './readVisit.ts'
import { type PastMoment, presentPath } from './renderPage.ts'
import { authorityOf, originOf } from './request.ts'
import { NOT_FOUND, sendProblem, type Trouble } from './sendProblem.ts'
import { sendReply } from './sendReply.ts'
import { needsKey, submissionKey } from './submissionKey.ts'

type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Answers one route of a module: parse, one transaction as the signed-in person, audit, layout. */
export function serveRoute(route: Route, parts: Parts): Serve {
  return async (request, reply) => {
    const { session } = request
    if (session === null) throw new Error(`The route ${route.url} was reached without a session`)
    const trouble = (what: Trouble): FastifyReply => sendProblem(request, reply, parts, what)
    const read = readVisit(route, request)
    if (read.kind === 'nowhere') return trouble(NOT_FOUND)
    if (read.kind === 'unreadable') return trouble(unreadable(read.problems))
    const past = pastOf(request, parts)
    if (past !== null && !('instant' in past)) return trouble(past)
    if (past !== null && session.class === 'data_quality') return trouble(PAST_IS_WHOLE)
    if (past !== null && route.method === 'POST') return trouble(pastIsFixed(request))
    const key = needsKey(route, request) ? submissionKey(request) : null
    if (key === 'missing') return trouble(incomplete(request))
    const { files, name } = authorityOf(request)
    const visit = {
      ...read,
      me: meOf(session),
      sent: fieldsOf(request),
      path: presentPath(request),
      authorityName: name,
      origin: originOf(request, parts.isSecure),
      ...(request.uploads === null ? {} : { uploads: request.uploads }),
      ...(files === undefined ? {} : { files }),
    }
    const answer = await transact(route, request, session, visit, { past, key })
    if (answer === 'other submission') return trouble(sentOther(request))
    noteShown(authorityOf(request).database, answer)
    const again = (now: FastifyRequest): Promise<Reply> => readAgain(route, now, visit, past)
    return sendReply(request, reply, parts, { answer, past, source: { admits: route.admits, again } })
  }
}

/** The reply of a page once more, for whoever asks now. */
async function readAgain(
  route: Route,
  request: FastifyRequest,
  visit: Prepared,
  past: PastMoment | null,
): Promise<Reply> {
  const { session } = request
  if (session === null || route.method !== 'GET')
    throw new Error('Only a page is read again, by who is signed in')
  const answer = await transact(route, request, session, { ...visit, me: meOf(session) }, { past, key: null })
  if (answer === 'other submission') throw new Error('A page has no submission')
  return answer
}

type Asked = { readonly past: PastMoment | null; readonly key: Uuid | null }
type Prepared = Omit<Visit<unknown, unknown, unknown>, 'work' | 'form'>

/** The reply of the route's own handler, with its effect, its audit entry and its submission key in one transaction. */
async function transact(
  route: Route,
  request: FastifyRequest,
  session: Session,
  prepared: Prepared,
  { past, key }: Asked,
): Promise<Reply | 'other submission'> {
  const hash = submissionHash(prepared.path, { ...prepared.sent, ...sentFiles(prepared.uploads) })
  // A form shown again after an error was opened when it was first shown.
  const form = {
    csrf: csrfToken(session.csrfSecret),
    submission: key === null ? makeUuid() : makeUuid(openedAt(key)),
  }
  let savedAt: Temporal.Instant | null = null
  const options: Options = {
    correlation: parseUuid(request.id) ?? makeUuid(),
    ...(past === null ? {} : { knownAt: past.instant }),
  }
  const actor = { id: session.workerId, class: session.class }
  const { database } = authorityOf(request)
  return database
    .as(
      actor,
      route.purpose,
      async work => {
        const before = key === null ? null : await findSubmission(work, key, hash)
        if (before?.kind === 'again') return { kind: 'redirect', location: before.location } as const
        if (before?.kind === 'other') return 'other submission' as const
        const reply = await route.handle({ ...prepared, work, form })
        if ('shown' in reply) await recordShown(work, reply.shown, route.url)
        if (key !== null && reply.kind === 'redirect') {
          await keepSubmission(work, key, hash, reply.location)
          savedAt = work.now
        }
        return reply.kind === 'csv' ? { ...reply, rows: [...reply.rows] } : reply
      },
      options,
    )
    .then(answer => {
      const { path, sent } = prepared
      if (savedAt !== null && key !== null) noteSaved(database, { path, key, sent, now: savedAt })
      return answer
    })
    .catch((error: unknown) => {
      // Another person's key: theirs is not ours to see, only that it is taken.
      if ((error as { constraint?: unknown }).constraint === 'submission_pkey')
        return 'other submission' as const
      throw error
    })
}

/** What makes a form with a file the same form: the file's bytes too. */
const sentFiles = (uploads: readonly Upload[] = []): Readonly<Record<string, unknown>> =>
  uploads.length === 0
    ? {}
    : { _files: uploads.map(({ field, bytes }) => [field, sha256(bytes).toString('hex')]) }

const meOf = (session: Session) => ({ id: session.workerId, class: session.class, name: session.name })

/** The moment asked for, null for the present, or what is wrong with it. */
function pastOf(request: FastifyRequest, parts: Parts): PastMoment | Trouble | null {
  const written = (request.query as Record<string, unknown>)[KNOWN_AT] // an object, by our own parser
  if (written === undefined) return null
  const asked = readKnownAt(written, parts.clock.now())
  if (asked.ok) return { instant: asked.instant, written: String(written), presentPath: presentPath(request) }
  return {
    status: 400,
    title: 'That moment cannot be shown',
    sentences: [asked.problem],
    more: html`<p class="govuk-body"><a class="govuk-link" href="${presentPath(request)}">Show the record as it is now</a></p>`,
  }
}

const unreadable = (problems: readonly string[]): Trouble => ({
  status: 400,
  title: 'This address is not right',
  sentences: ['Check the address, or go back and choose again.', ...problems],
})

/** Whoever reads codes and dates only has no right to the views of a past moment, which hold whole rows. */
const PAST_IS_WHOLE: Trouble = {
  status: 403,
  title: 'Your role does not include this',
  sentences: [
    'The record as it was at a past moment is for those who work with the child. Ask one of them, or leave the moment out.',
  ],
}

const pastIsFixed = (request: FastifyRequest): Trouble => ({
  status: 409,
  title: 'The record of a past moment cannot be changed',
  sentences: ['Open the record as it is now to change it.'],
  more: html`<p class="govuk-body"><a class="govuk-link" href="${presentPath(request)}">Show the record as it is now</a></p>${typedFields(fieldsOf(request))}`,
})

const incomplete = (request: FastifyRequest): Trouble => ({
  status: 400,
  title: 'This form is not complete',
  sentences: ['A part that the page adds by itself is missing. Open the form again and send it from there.'],
  more: typedFields(fieldsOf(request)),
})

const sentOther = (request: FastifyRequest): Trouble => ({
  status: 409,
  title: 'This form was already sent with other answers',
  sentences: ['What was sent first is saved. Open the record to see it; to change it, open the form again.'],
  more: typedFields(fieldsOf(request)),
})
