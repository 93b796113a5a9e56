import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localPath } from '#platform/http'
import { parseUuid } from '#platform/ids'
import {
  findEntrantOf,
  type SignInOrganisation,
  signInOrganisations,
  standingProvider,
} from '#platform/sign-in'
import { type Html, html } from '#ui'
import type { Parts } from '../parts.ts'
import { sendPage } from '../renderPage.ts'
import { authorityOf } from '../request.ts'
import { sendProblem, type Trouble } from '../sendProblem.ts'
import { comeBack, leave, type Way } from '../signInSteps.ts'

const PROVIDER_ENDED: Trouble = {
  status: 410,
  title: 'This organisation’s sign-in has ended',
  sentences: [
    'It was withdrawn, or its last day is over.',
    'If you still work with the council, ask its administrator to renew it.',
  ],
  more: html`<p class="govuk-body"><a class="govuk-link" href="/sign-in/organisation">Choose another way to sign in</a></p>`,
}

/** Choosing the organisation that one works for, and signing in by its own identity provider. */
export function addOrganisations(server: FastifyInstance, parts: Parts): void {
  const route = { config: { rule: { admits: 'anyone', isSignIn: true } }, schema: { hide: true } } as const
  const returnOf = (request: FastifyRequest): string =>
    localPath((request.query as Record<string, unknown>)['return']) // an object, by our own parser
  server.get('/sign-in/organisation', route, async (request, reply) => {
    const returnTo = returnOf(request)
    if (request.session !== null) return reply.redirect(returnTo, 303)
    const { database, name } = authorityOf(request)
    const organisations = await signInOrganisations(database, parts.clock)
    const content = organisationsPage(name, organisations, returnTo)
    return sendPage(request, reply, parts, { title: 'Sign in', content })
  })
  server.get('/sign-in/organisation/:providerId', route, async (request, reply) => {
    const returnTo = returnOf(request)
    if (request.session !== null) return reply.redirect(returnTo, 303)
    return await onWay(request, reply, parts, way => leave(request, reply, parts, { way, returnTo }))
  })
  server.get('/sign-in/return/:providerId', route, (request, reply) =>
    onWay(request, reply, parts, way => comeBack(request, reply, parts, way)),
  )
}

async function onWay(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  then: (way: Way) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const way = await wayOf(request, parts)
  return way === null ? sendProblem(request, reply, parts, PROVIDER_ENDED) : await then(way)
}

async function wayOf(request: FastifyRequest, parts: Parts): Promise<Way | null> {
  const { providerId } = request.params as { readonly providerId: string } // of the route's own pattern
  const id = parseUuid(providerId)
  const { database, sealer, isDemo } = authorityOf(request)
  if (id === null || sealer === undefined) return null
  const provider = await standingProvider(database, sealer, parts.clock, id)
  if (provider === null) return null
  return {
    // On this machine and by plain http only a demonstration's and a developer's may be.
    provider: parts.clientOf(provider, isDemo && parts.config.environment !== 'production'),
    providerId: id,
    findEntrant: (database, claims) => findEntrantOf(database, provider, parts.entryRules, claims),
  }
}

function organisationsPage(
  council: string,
  organisations: readonly SignInOrganisation[],
  returnTo: string,
): Html {
  const back = `return=${encodeURIComponent(returnTo)}`
  const way = (href: string, text: string): Html =>
    html`<li><a class="govuk-link" href="${href}">${text}</a></li>`
  return html`<h1 class="govuk-heading-l">Who do you work for?</h1>
<p class="govuk-body">You sign in where you sign in for your work.</p>
<ul class="govuk-list govuk-list--spaced">
  ${way(`/sign-in?by=council&${back}`, council)}
  ${organisations.map(({ id, name }) => way(`/sign-in/organisation/${id}?${back}`, name))}
</ul>
<h2 class="govuk-heading-m">Another organisation</h2>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/invited?${back}">Sign in by invitation</a>, with your passphrase and a code.</p>`
}
