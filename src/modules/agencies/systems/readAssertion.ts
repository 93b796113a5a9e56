import { createLocalJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'

/** Public keys of one system, each with the name by which a signature says which of them made it. */
export const keySetSchema = z.object({
  keys: z
    .array(z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), kid: z.string().min(1) }))
    .min(1)
    .max(10)
    .refine(
      keys => keys.every(key => !['d', 'p', 'q', 'k', 'dp', 'dq', 'qi'].some(name => name in key)),
      'These are private keys. Ask the organisation for the public ones, and to make new ones.',
    ),
})
export type KeySet = z.infer<typeof keySetSchema>

/** A proof may stand for five minutes at most. Source: NHS England, application-restricted RESTful APIs, signed JWT authentication. */
const LONGEST_SECONDS = 300
const ALGORITHMS = ['RS512', 'RS384', 'RS256', 'PS512', 'PS384', 'PS256', 'ES256', 'ES384', 'EdDSA']

/** A proof that holds: which of the system's proofs it is, and until when. */
export type Assertion = { readonly number: string; readonly expiresAt: Temporal.Instant }

/** Who a proof says it is of, before anything of it is believed; null: it is no JSON Web Token. */
export function claimedSystem(jwt: string): string | null {
  try {
    return decodeJwt(jwt).iss ?? null
  } catch {
    return null
  }
}

/**
 * Checks a client assertion (RFC 7523, section 3): signed by one of the system's keys, issued by and about it, meant for this address, with a
 * number of its own, and of five minutes at most.
 * @param audience the address of the token endpoint, exactly
 * @returns null when anything of it does not hold
 */
export async function readAssertion(
  jwt: string,
  {
    systemId,
    keys,
    audience,
    now,
  }: { systemId: string; keys: KeySet; audience: string; now: Temporal.Instant },
): Promise<Assertion | null> {
  try {
    const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      algorithms: ALGORITHMS,
      issuer: systemId,
      subject: systemId,
      audience,
      currentDate: new Date(now.epochMilliseconds),
      requiredClaims: ['exp', 'jti'],
    })
    return protectedHeader.kid === undefined ? null : within(payload, now)
  } catch {
    return null // whatever is wrong with it, nobody is told which
  }
}

function within({ exp = 0, jti = '' }: JWTPayload, now: Temporal.Instant): Assertion | null {
  const expiresAt = Temporal.Instant.fromEpochMilliseconds(exp * 1000)
  const isLong = now.until(expiresAt, { largestUnit: 'second' }).seconds > LONGEST_SECONDS
  return isLong || jti === '' || jti.length > 200 ? null : { number: jti, expiresAt }
}
