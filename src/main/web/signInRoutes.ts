import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { localPath } from '#platform/http'
import { findEntrant, type IdentityProvider, signInOrganisations } from '#platform/sign-in'
import { entranceOf } from './entranceCookie.ts'
import type { Parts } from './parts.ts'
import { authorityOf } from './request.ts'
import { sendProblem, type Trouble } from './sendProblem.ts'
import { comeBack, leave, type Way } from './signInSteps.ts'

/** The identity provider of a request's authority; null when none is set up. */
export type ProviderOf = (request: FastifyRequest) => Promise<IdentityProvider | null>

const NO_PROVIDER: Trouble = {
  status: 503,
  title: 'Sign-in is not set up',
  sentences: ['Whoever runs this service needs to name an identity provider (KITH_ISSUER).'],
}

/** Leaving for the council's identity provider and coming back. */
export function addSignIn(server: FastifyInstance, parts: Parts, providerOf: ProviderOf): void {
  const route = { config: { rule: { admits: 'anyone', isSignIn: true } }, schema: { hide: true } } as const
  server.get('/sign-in', route, async (request, reply) => {
    const { return: asked, by } = request.query as Record<string, unknown> // an object, by our own parser
    const returnTo = localPath(asked)
    if (request.session !== null) return reply.redirect(returnTo, 303)
    const other = by === 'council' ? null : await otherEntrance(request, parts)
    if (other !== null) return reply.redirect(`${other}?return=${encodeURIComponent(returnTo)}`, 303)
    return await withProvider(request, reply, provider =>
      leave(request, reply, parts, { way: councilWay(provider, parts), returnTo }),
    )
  })
  server.get('/sign-in/return', route, (request, reply) =>
    withProvider(request, reply, provider => comeBack(request, reply, parts, councilWay(provider, parts))),
  )
  async function withProvider(
    request: FastifyRequest,
    reply: FastifyReply,
    then: (provider: IdentityProvider) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const provider = await providerOf(request)
    return provider === null ? sendProblem(request, reply, parts, NO_PROVIDER) : await then(provider)
  }
}

const councilWay = (provider: IdentityProvider, parts: Parts): Way => ({
  provider,
  providerId: null,
  findEntrant: (database, claims) => findEntrant(database, parts.clock, parts.entryRules, claims),
})

/** Where else this browser is led: as it last came in, or to a choice where there is one; null: to the council's provider. */
async function otherEntrance(request: FastifyRequest, parts: Parts): Promise<string | null> {
  const entrance = entranceOf(request, parts)
  if (entrance === 'council') return null
  if (entrance === 'invited') return '/sign-in/invited'
  if (entrance !== null) return `/sign-in/organisation/${entrance}`
  const { database } = authorityOf(request)
  return (await signInOrganisations(database, parts.clock)).length > 0 ? '/sign-in/organisation' : null
}
