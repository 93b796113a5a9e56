import * as oidc from 'openid-client'
import type { Attempt } from './attempts.ts'
import type { Claims } from './findEntrant.ts'

/** How to reach an identity provider (OpenID Connect). */
export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Stands in for the network: the demo's provider lives in this very process. */
  readonly fetch?: oidc.CustomFetch
}

/** The sign-in that an authority uses: code flow with PKCE, state and nonce. */
export interface IdentityProvider {
  /** Where to send the browser, and what to remember until it is back. */
  begin(
    returnAddress: string,
  ): Promise<{ readonly address: string; readonly attempt: Omit<Attempt, 'returnTo' | 'providerId'> }>
  /**
   * The claims of whoever came back.
   * @throws when the answer is not to this attempt, or the provider refuses the code
   */
  finish(cameBackTo: URL, attempt: Attempt): Promise<{ readonly claims: Claims; readonly idToken: string }>
  /** Where to send the browser to sign out there as well; null when the provider has no such place. */
  end(idToken: string, returnAddress: string): Promise<string | null>
}

/** The provider's own description is fetched at the first sign-in, and again after a failure. */
export function identityProvider(settings: ProviderSettings): IdentityProvider {
  let known: Promise<oidc.Configuration> | undefined
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    begin: async returnAddress => begin(await configuration(), returnAddress),
    finish: async (cameBackTo, attempt) => finish(await configuration(), cameBackTo, attempt),
    end: async (idToken, returnAddress) => {
      const config = await configuration()
      if (config.serverMetadata().end_session_endpoint === undefined) return null
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: returnAddress,
      }).href
    },
  }
}

/** Plain http is for this machine only. */
function discover({ issuer, clientId, clientSecret, fetch }: ProviderSettings): Promise<oidc.Configuration> {
  const address = new URL(issuer)
  const loopback =
    /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname) || fetch !== undefined
  const insecure = address.protocol === 'http:' && loopback ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(address, clientId, clientSecret, undefined, {
    execute: [oidc.enableNonRepudiationChecks, ...insecure], // the ID token's signature is checked as well
    ...(fetch === undefined ? {} : { [oidc.customFetch]: fetch }),
  })
}

async function begin(config: oidc.Configuration, returnAddress: string) {
  const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: returnAddress,
    scope: 'openid profile email',
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return { address: address.href, attempt: { state, nonce, codeVerifier } }
}

async function finish(config: oidc.Configuration, cameBackTo: URL, attempt: Attempt) {
  const tokens = await oidc.authorizationCodeGrant(config, cameBackTo, {
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
    pkceCodeVerifier: attempt.codeVerifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined || tokens.id_token === undefined)
    throw new Error('The identity provider sent no ID token')
  return { claims: claims as Claims, idToken: tokens.id_token } // claims are JSON values by name
}
