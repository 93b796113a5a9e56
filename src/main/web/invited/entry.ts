import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { InvitedDoor, Proof } from '#platform/sign-in'
import { type FieldErrors, fieldErrors, type Html } from '#ui'
import { admit, fieldsOf } from '../admit.ts'
import type { Parts } from '../parts.ts'
import { sendPage } from '../renderPage.ts'
import { authorityOf } from '../request.ts'
import { sendProblem, type Trouble } from '../sendProblem.ts'

/** What a form may answer with. */
export type Entry = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly parts: Parts
  readonly door: InvitedDoor
}

type Answer = (entry: Entry) => Promise<FastifyReply>

const NOT_SET_UP: Trouble = {
  status: 503,
  title: 'Sign-in by invitation is not set up',
  sentences: [
    'Whoever runs this service needs to give it a folder for its keys. In production a database that the demonstration made lets nobody in.',
  ],
}

const route = { config: { rule: { admits: 'anyone', isSignIn: true } }, schema: { hide: true } } as const

/** A page and its form on the way in: nobody is signed in yet, and a form of another site is refused. */
export function addEntry(
  server: FastifyInstance,
  parts: Parts,
  path: string,
  { get, post }: { readonly get: Answer; readonly post: Answer },
): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, fn: Answer) => {
    const { database, sealer, isDemo } = authorityOf(request)
    // Everybody knows the keys of the demonstration's invited person.
    const isOpenToAll = isDemo && parts.config.environment === 'production'
    if (sealer === undefined || isOpenToAll) return sendProblem(request, reply, parts, NOT_SET_UP)
    return fn({
      request,
      reply,
      parts,
      door: { database, sealer, clock: parts.clock, wordCost: parts.wordCost },
    })
  }
  server.get(path, route, (request, reply) => answer(request, reply, get))
  server.post(path, route, (request, reply) =>
    request.session === null
      ? (admit(request, reply, parts, 'anyone') ?? answer(request, reply, post))
      : reply.redirect('/', 303),
  )
}

/** A field of the form as text. */
export function textOf({ request }: Entry, name: string): string {
  const value = fieldsOf(request)[name]
  return typeof value === 'string' ? value.slice(0, 500) : ''
}

export const proofOf = (entry: Entry): Proof => ({
  email: textOf(entry, 'email'),
  passphrase: textOf(entry, 'passphrase'),
  code: textOf(entry, 'code'),
  address: entry.request.ip,
})

/** One answer for an unknown address, a wrong passphrase, a wrong or used code, and for trying too often. */
export const REFUSED = fieldErrors([
  {
    path: ['email'],
    message:
      'These do not let you in. Check the address, the passphrase and the code, wait for the next code, and try again. After several wrong tries the wait grows longer',
  },
])

export const noErrors = fieldErrors([])

export const wrong = (name: string, message: string): FieldErrors => fieldErrors([{ path: [name], message }])

export function show(
  { request, reply, parts }: Entry,
  title: string,
  content: Html,
  errors = noErrors,
  scripts: readonly string[] = [],
) {
  const hasErrors = errors.list.length > 0
  return sendPage(request, reply, parts, {
    title,
    content,
    hasErrors,
    status: hasErrors ? 422 : 200,
    ...(scripts.length === 0 ? {} : { scripts }),
  })
}
