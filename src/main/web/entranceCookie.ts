import type { FastifyReply, FastifyRequest } from 'fastify'
import { parseUuid, type Uuid } from '#platform/ids'
import { cookieName, cookieOptions } from '#platform/sign-in'
import type { Parts } from './parts.ts'

/** How somebody last came in: by the council's provider, by an invitation's keys, or by the provider of this id. */
export type Entrance = 'council' | 'invited' | Uuid

const DAYS = 90

/** Has this browser led the same way again, not to a provider that does not know the person. It tells nothing of them. */
export function rememberEntrance(reply: FastifyReply, parts: Parts, entrance: Entrance): void {
  const lasting = cookieOptions(parts.isSecure, DAYS * 24 * 60 * 60)
  reply.setCookie(cookieName('entrance', parts.isSecure), entrance, lasting)
}

/** How this browser was last used to come in; null when nobody did. */
export function entranceOf(request: FastifyRequest, parts: Parts): Entrance | null {
  const kept = request.cookies[cookieName('entrance', parts.isSecure)] ?? ''
  return kept === 'council' || kept === 'invited' ? kept : parseUuid(kept)
}
