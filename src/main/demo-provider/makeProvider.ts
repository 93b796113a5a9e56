import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { Configuration, Provider } from 'oidc-provider'

/** Where the provider lives on each host. */
export const MOUNT = '/demo-identity'

/** Pages that the provider asks us for: HTML from the title and the provider's own form. */
export interface ProviderPages {
  readonly leave: (action: string, token: string) => string
  readonly trouble: () => string
}

/** What one host's provider is made from. */
export interface ProviderParts {
  readonly origin: string
  readonly clientId: string
  readonly clientSecret: string
  readonly isBehindProxy: boolean
  readonly pages: ProviderPages
}

const makeKey = promisify(generateKeyPair)

/** The key that signs the ID tokens: made at start, gone at the end. */
export async function makeSigningKey(): Promise<KeyObject> {
  return (await makeKey('rsa', { modulusLength: 2048 })).privateKey
}

/** A real OpenID Connect provider for one origin, whose accounts are the subjects chosen from the list. */
export async function makeProvider(parts: ProviderParts, key: KeyObject): Promise<Provider> {
  const { default: OidcProvider } = await import('oidc-provider') // a development dependency: loaded only here
  const provider = new OidcProvider(`${parts.origin}${MOUNT}`, configuration(parts, key))
  provider.proxy = parts.isBehindProxy
  return provider
}

function configuration(parts: ProviderParts, key: KeyObject): Configuration {
  return {
    clients: [
      {
        client_id: parts.clientId,
        client_secret: parts.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${parts.origin}/sign-in/return`],
        post_logout_redirect_uris: [`${parts.origin}/signed-out`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'demo' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], amr: null, acr: null, auth_time: null },
    ttl: { Session: 43_200, Interaction: 3600, Grant: 43_200, IdToken: 3600, AccessToken: 600 },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    // Nobody is asked whether the demonstration may tell the demonstration who they chose to be.
    loadExistingGrant: async ctx => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, interaction) => `${MOUNT}/personas/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          const [, action = ''] = /action="([^"]*)"/.exec(form) ?? []
          const [, token = ''] = /value="([^"]*)"/.exec(form) ?? []
          ctx.body = parts.pages.leave(action, token)
        },
      },
    },
    renderError: async ctx => {
      ctx.type = 'html'
      ctx.body = parts.pages.trouble()
    },
  }
}
