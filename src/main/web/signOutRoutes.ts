import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csrfToken, formFields } from '#platform/http'
import { makeUuid } from '#platform/ids'
import {
  cookieName,
  cookieOptions,
  endSessions,
  type LiveSession,
  listSessions,
  type RecentSignIn,
  recentSignIns,
  type Session,
} from '#platform/sign-in'
import { formatDateTime, type Html, html } from '#ui'
import { admit } from './admit.ts'
import type { Parts } from './parts.ts'
import { sendPage } from './renderPage.ts'
import { authorityOf, originOf } from './request.ts'
import type { ProviderOf } from './signInRoutes.ts'

const signedIn = { config: { rule: { admits: 'signed_in' } }, schema: { hide: true } } as const

/** Signing out, here or everywhere, and the page that lists where one is signed in. */
export function addSignOut(server: FastifyInstance, parts: Parts, providerOf: ProviderOf): void {
  server.post('/sign-out', signedIn, (request, reply) =>
    signOut(request, reply, parts, providerOf, 'this one'),
  )
  server.post('/sign-out-everywhere', signedIn, (request, reply) =>
    signOut(request, reply, parts, providerOf, 'all'),
  )
  server.get('/session', signedIn, async (request, reply) => {
    const refused = admit(request, reply, parts, 'signed_in')
    if (refused !== undefined || request.session === null) return refused
    const { database } = authorityOf(request)
    const sessions = await listSessions(database, parts.clock, parts.sessionLimits, request.session)
    const signIns = await recentSignIns(database, request.session)
    const content = html`${sessionsPage(sessions, request.session)}${signInsList(signIns)}`
    return sendPage(request, reply, parts, { title: 'Where you are signed in', content })
  })
  server.get(
    '/signed-out',
    { config: { rule: { admits: 'anyone' } }, schema: { hide: true } },
    (request, reply) => {
      reply.header('clear-site-data', '"cache", "cookies", "storage"')
      return sendPage(request, reply, parts, {
        title: 'You have signed out',
        content: SIGNED_OUT,
        isPlain: true,
      })
    },
  )
}

const SIGNED_OUT = html`<h1 class="govuk-heading-l">You have signed out</h1>
<p class="govuk-body">Your drafts are kept until you sign in again.</p>
<p class="govuk-body"><a class="govuk-button" href="/sign-in" role="button" draggable="false">Sign in</a></p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/invited">Sign in by invitation</a></p>`

async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  providerOf: ProviderOf,
  which: 'this one' | 'all',
): Promise<FastifyReply> {
  // Signed out already, by time or from elsewhere: that is what was asked for.
  if (request.session === null) return reply.redirect('/signed-out', 303)
  const refused = admit(request, reply, parts, 'signed_in')
  if (refused !== undefined) return refused
  const idToken = await endSessions(authorityOf(request).database, parts.clock, request.session, which)
  for (const name of ['session', 'flash'] as const)
    reply.clearCookie(cookieName(name, parts.isSecure), cookieOptions(parts.isSecure))
  reply.header('clear-site-data', '"cache", "storage"')
  return reply.redirect((await providersEnd(request, parts, providerOf, idToken)) ?? '/signed-out', 303)
}

/** Where to sign out of the provider too; a provider out of reach keeps nobody signed in here. */
async function providersEnd(
  request: FastifyRequest,
  parts: Parts,
  providerOf: ProviderOf,
  idToken: string | null,
): Promise<string | null> {
  const provider = idToken === null ? null : await providerOf(request)
  if (provider === null || idToken === null) return null
  return provider.end(idToken, `${originOf(request, parts.isSecure)}/signed-out`).catch((error: unknown) => {
    parts.log.warn('the identity provider could not be asked to sign out', { correlation: request.id, error })
    return null
  })
}

const signInsList = (
  signIns: readonly RecentSignIn[],
): Html => html`<h2 class="govuk-heading-m">Your last sign-ins</h2>
<p class="govuk-body">If one of them was not you, sign out everywhere and tell your administrator.</p>
<ul class="govuk-list govuk-list--bullet">${signIns.map(
  one => html`<li>${formatDateTime(one.at)}${one.byInvitation ? ', by passphrase and code' : ''}</li>`,
)}</ul>`

function sessionsPage(sessions: readonly LiveSession[], session: Session): Html {
  const keys = { csrf: csrfToken(session.csrfSecret), submission: makeUuid() }
  return html`<h1 class="govuk-heading-l">Where you are signed in</h1>
<table class="govuk-table">
  <caption class="govuk-table__caption govuk-table__caption--m">Your sessions</caption>
  <thead class="govuk-table__head"><tr class="govuk-table__row">
    <th scope="col" class="govuk-table__header">Signed in</th>
    <th scope="col" class="govuk-table__header">Last used</th>
    <th scope="col" class="govuk-table__header">Which</th>
  </tr></thead>
  <tbody class="govuk-table__body">${sessions.map(
    one => html`<tr class="govuk-table__row">
    <td class="govuk-table__cell">${formatDateTime(one.startedAt)}</td>
    <td class="govuk-table__cell">${formatDateTime(one.seenAt)}</td>
    <td class="govuk-table__cell">${one.isThisOne ? 'This one' : 'Another browser'}</td>
  </tr>`,
  )}</tbody>
</table>
<form method="post" action="/sign-out-everywhere">
  ${formFields(keys)}
  <button class="govuk-button govuk-button--warning" type="submit" data-module="govuk-button">Sign out everywhere</button>
</form>`
}
