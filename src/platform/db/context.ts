import { createHmac } from 'node:crypto'
import type { Actor } from './classes.ts'

/** How long a page's transaction may act; longer work says so (Options.statementSeconds). */
const LIFETIME_SECONDS = 120

/**
 * The signed text that names the acting person to the database for one transaction: platform.actor_as() checks it.
 * @param backend process id of the connection's server process, so that the text is worth nothing on another
 * @param purpose short code of why (letters, digits, underscore, colon, hyphen)
 * @param key the installation's context key
 * @throws when the purpose could break the format
 */
export function signContext(
  actor: Actor,
  purpose: string,
  backend: number,
  key: Buffer,
  now: Temporal.Instant = Temporal.Now.instant(),
  lifetime = LIFETIME_SECONDS,
): string {
  if (!/^[a-z0-9_:-]{1,60}$/.test(purpose)) throw new Error(`Not a purpose code: ${purpose}`)
  const expiry = Math.floor(now.epochMilliseconds / 1000) + lifetime
  const text = [actor.id, actor.class, purpose, expiry, backend].join('|')
  return `${text}|${createHmac('sha256', key).update(text).digest('hex')}`
}
