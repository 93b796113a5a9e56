import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type CommandContext, type CommandDeclaration, writesRecord } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { trialSystem } from '../demo/index.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'

/** Asks for a token as the system of the demonstration's hospital does, for trying the doors of systems by hand. */
export const demoToken: CommandDeclaration = {
  name: 'token',
  summary: 'ask the running demonstration for a token, as the system of its own hospital',
  description:
    'Start Kith first, in another terminal. A key is made, registered for the invented hospital and used once; printed are the token, which stands for ten minutes, and calls to try with it.',
  options: [
    authorityOption,
    { flags: '--at <address>', doc: 'where Kith answers; BASE_URL, else this machine, when left out' },
  ],
  past: writesRecord('demo token'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      if (!installation.madeByDemo)
        throw new KithError('KITH_USAGE', {
          sentence: `${installation.authorityName} is no demonstration. Systems of a real record are registered under Administration, Systems of other organisations.`,
        })
      const { privateKey, publicKey } = await generateKeyPair('ES256')
      const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'trial' }] }
      const id = await trialSystem(database, installation.authorityCode, keys)
      const at = addressOf(context)
      const token = await askForToken(at, await proofOf(id, `${at}/oauth2/token`, privateKey))
      return { text: callsOf(at, token), json: { at, token } }
    }),
}

function addressOf({ options, config }: CommandContext): string {
  const { at } = options
  if (at !== undefined) return String(at).replace(/\/$/, '')
  const { baseUrl, port } = config()
  return baseUrl === undefined ? `http://localhost:${port}` : new URL(baseUrl).origin
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

async function askForToken(at: string, proof: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: proof,
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

const callsOf = (at: string, token: string): string =>
  [
    `TOKEN=${token}`,
    '',
    'It stands for ten minutes. To try:',
    `curl ${at}/fhir/R4/metadata`,
    `curl -g -H "Authorization: Bearer $TOKEN" -H "IsUnscheduledAccessEvent: false" "${at}/fhir/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919"`,
    `curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/hl7-v2" --data-binary @message.hl7 ${at}/hl7/v2`,
  ].join('\n')
