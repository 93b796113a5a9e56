import type { FastifyInstance, FastifyReply } from 'fastify'
import { localPath } from '#platform/http'
import { cookieName, cookieOptions, openSession, prove } from '#platform/sign-in'
import type { FieldErrors } from '#ui'
import { type Html, html, nothing } from '#ui'
import { rememberEntrance } from '../entranceCookie.ts'
import type { Parts } from '../parts.ts'
import { authorityOf } from '../request.ts'
import { demoKeysPage } from './demoKeysPage.ts'
import { addEntry, type Entry, noErrors, proofOf, REFUSED, show, textOf } from './entry.ts'
import { entryPage, otherWays } from './pages.ts'

const TITLE = 'Sign in by invitation'

/** `/sign-in/invited`: passphrase and authenticator. */
export function addInvitedSignIn(server: FastifyInstance, parts: Parts): void {
  addEntry(server, parts, '/sign-in/invited', {
    get: async entry => {
      const asked = (entry.request.query as Record<string, unknown>)['return'] // an object, by our own parser
      const returnTo = localPath(asked)
      if (entry.request.session !== null) return entry.reply.redirect(returnTo, 303)
      return page(entry, '', returnTo, noErrors)
    },
    post: signIn,
  })
}

function page(entry: Entry, email: string, returnTo: string, errors: FieldErrors): FastifyReply {
  const form = entryPage({
    title: TITLE,
    action: '/sign-in/invited',
    email,
    errors,
    hidden: { return: returnTo },
    hint: 'The 6 figures that your authenticator app shows now, or one of your recovery codes.',
    button: 'Sign in',
  })
  return show(entry, TITLE, html`${form}${tryIt(entry)}${otherWays}`, errors)
}

/** In a demonstration: whom one may be, and the code of this moment. */
const tryIt = ({ request, parts }: Entry): Html =>
  authorityOf(request).isDemo ? demoKeysPage(parts.clock.now()) : nothing

async function signIn(entry: Entry): Promise<FastifyReply> {
  const { request, reply, parts, door } = entry
  const returnTo = localPath(textOf(entry, 'return'))
  const done = await prove(door, proofOf(entry), async () => undefined)
  if (done === null) return page(entry, textOf(entry, 'email'), returnTo, REFUSED)
  const cookie = cookieName('session', parts.isSecure)
  const token = await openSession(door.database, parts.clock, parts.sessionLimits, {
    workerId: done.proved.workerId,
    class: done.proved.class,
    byInvitation: true,
    replaces: request.cookies[cookie],
  })
  reply.setCookie(cookie, token, cookieOptions(parts.isSecure))
  rememberEntrance(reply, parts, 'invited')
  return reply.redirect(returnTo, 303)
}
