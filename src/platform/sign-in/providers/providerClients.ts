import { createHash } from 'node:crypto'
import { outwardFetch } from '../../outward/index.ts'
import { type IdentityProvider, identityProvider } from '../identityProvider.ts'
import type { StandingProvider } from './standingProviders.ts'

/** More organisations than a county has. */
const MOST_CLIENTS = 200

/** How to sign in by a provider. @param allowsPrivate in a demonstration alone: plain http, and addresses of this machine */
export type ClientOf = (provider: StandingProvider, allowsPrivate: boolean) => IdentityProvider

/** Keeps what providers say of themselves as long as a process runs, by everything that a client is made from. */
export function providerClients(): ClientOf {
  const known = new Map<string, IdentityProvider>()
  return ({ issuer, clientId, clientSecret }, allowsPrivate) => {
    const made = JSON.stringify([issuer, clientId, clientSecret, allowsPrivate])
    const key = createHash('sha256').update(made).digest('base64url')
    const client =
      known.get(key) ??
      identityProvider({ issuer, clientId, clientSecret, fetch: outwardFetch({ allowsPrivate }) })
    if (!known.has(key) && known.size >= MOST_CLIENTS) known.delete(known.keys().next().value ?? '')
    known.set(key, client)
    return client
  }
}
