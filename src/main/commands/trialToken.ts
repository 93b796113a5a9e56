import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { CommandContext } from '#platform/command-line'
import { KithError } from '#platform/errors'

/** A key that is made for one run of a command, and its public half as a JSON Web Key Set. */
export async function trialKeys(): Promise<{ readonly privateKey: CryptoKey; readonly keys: object }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  return { privateKey, keys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'trial' }] } }
}

/** Where Kith answers, by `--at` or its settings, without a slash at the end. */
export function addressOf({ options, config }: CommandContext): string {
  const { at } = options
  if (at !== undefined) return String(at).replace(/\/$/, '')
  const { baseUrl, port } = config()
  return baseUrl === undefined ? `http://localhost:${port}` : new URL(baseUrl).origin
}

/**
 * Asks for a token with a signed statement (RFC 7523), as a system does.
 * @param id the system's number
 * @returns a token that stands for ten minutes
 */
export async function askForToken(at: string, id: string, key: CryptoKey): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await proofOf(id, `${at}/oauth2/token`, key),
  })
  const answer = await fetch(`${at}/oauth2/token`, { method: 'POST', body }).catch((cause: unknown) => {
    throw new KithError('KITH_USAGE', {
      sentence: `Nobody answers at ${at}. Start Kith in another terminal ("npm start"), or say where it is by --at.`,
      cause,
    })
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string } // RFC 6749, 5.1
  if (token === undefined)
    throw new KithError('KITH_USAGE', { sentence: `No token was given at ${at}: it serves another record.` })
  return token
}

const proofOf = (id: string, audience: string, key: CryptoKey): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: 'trial' })
    .setIssuer(id)
    .setSubject(id)
    .setAudience(audience)
    .setJti(randomUUID())
    .setExpirationTime('4 minutes')
    .sign(key)
