import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Door, FamilySession } from '#modules/family-portal'
import type { ServedPortal } from './portalOptions.ts'
import type { PortalParts } from './portalParts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose portal was asked; null for a host that is none. */
    portal: ServedPortal | null
    family: FamilySession | null
  }
  interface FastifyContextConfig {
    /** A file for browsers, which looks at nobody. */
    isAsset?: boolean
    /** Counts as trying to come in. */
    isTry?: boolean
  }
}

/** The door of the portal that was asked. */
export function doorOf(request: FastifyRequest, parts: PortalParts): Door {
  if (request.portal === null) throw new Error('A request without a portal has passed the entrance')
  return { ...request.portal.door, clock: parts.clock }
}

/** How every cookie of the portal is set: gone when the browser is closed, never sent by another site's page. */
export function portalCookie(parts: PortalParts): CookieSerializeOptions {
  return { path: '/', httpOnly: true, secure: parts.isSecure, sameSite: 'strict' }
}

/** Sets, keeps or ends the session's cookie. */
export function setSession(reply: FastifyReply, parts: PortalParts, token: string | null | undefined): void {
  if (token === undefined) return
  if (token === null) reply.clearCookie(parts.cookies.session, portalCookie(parts))
  else reply.setCookie(parts.cookies.session, token, portalCookie(parts))
}
