import { grantToken } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import type { SystemAnswer, SystemCall, SystemRoute } from '#platform/http'

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const PATH = '/oauth2/token'

type OAuthError =
  | 'invalid_request'
  | 'unsupported_grant_type'
  | 'invalid_client'
  | 'invalid_scope'
  | 'temporarily_unavailable'

const words: Readonly<Record<OAuthError, string>> = {
  invalid_request: 'Send grant_type, client_assertion_type and client_assertion as a form.',
  unsupported_grant_type: 'Only client_credentials is given here.',
  invalid_client:
    'The proof was not accepted: it must be signed by a registered key named by kid, iss and sub the system’s number, aud this address, exp at most five minutes ahead, and jti never used before.',
  invalid_scope: 'The system may not do all that was asked for.',
  temporarily_unavailable: 'No token can be given just now. Wait a minute and ask again.',
}

/** An error as OAuth says it (RFC 6749, section 5.2). */
const failed = (status: number, error: OAuthError): SystemAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ error, error_description: words[error] }),
})

/** Gives a token to a system that proves itself by a signed statement (RFC 6749, section 4.4; RFC 7523, section 2.2). */
export const tokenRoute: SystemRoute = {
  method: 'POST',
  url: PATH,
  scope: null,
  summary: 'A token for a system of another organisation',
  takes: ['application/x-www-form-urlencoded'],
  refuse: ({ status }) =>
    status >= 429 ? failed(status, 'temporarily_unavailable') : failed(400, 'invalid_request'),
  async handle({ body, database, origin, correlation }: SystemCall) {
    const form = new URLSearchParams(body.toString('utf8'))
    const assertion = form.get('client_assertion')
    if (form.get('grant_type') !== 'client_credentials') return failed(400, 'unsupported_grant_type')
    if (form.get('client_assertion_type') !== JWT_BEARER || assertion === null)
      return failed(400, 'invalid_request')
    const grant = await database.as(
      serviceActor('listener'),
      'systems',
      work => grantToken(work, { assertion, scope: form.get('scope'), audience: `${origin}${PATH}` }),
      { correlation },
    )
    if (grant.kind === 'refused') return failed(grant.error === 'invalid_client' ? 401 : 400, grant.error)
    return {
      status: 200,
      type: 'application/json',
      body: JSON.stringify({
        access_token: grant.token,
        token_type: 'Bearer',
        expires_in: grant.seconds,
        scope: grant.scopes.join(' '),
      }),
    }
  },
}
