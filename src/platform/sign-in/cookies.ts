import type { CookieSerializeOptions } from '@fastify/cookie'

/**
 * A cookie's name. The prefix makes browsers refuse one set by a neighbouring host or without TLS; over plain http, on
 * this machine, they would not take it at all.
 */
export function cookieName(
  name: 'session' | 'flash' | 'form' | 'enrolment' | 'entrance' | `attempt_${string}`,
  isSecure: boolean,
): string {
  return `${isSecure ? '__Host-' : ''}kith_${name}`
}

/** How every cookie of ours is set. Lax, not Strict: the first page after the provider's redirect must already have it. */
export function cookieOptions(isSecure: boolean, maxAgeSeconds?: number): CookieSerializeOptions {
  return {
    path: '/',
    httpOnly: true,
    secure: isSecure,
    sameSite: 'lax',
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  }
}
