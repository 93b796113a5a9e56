import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll } from 'vitest'

type Claims = Readonly<Record<string, unknown>>

/** An OpenID Connect provider of a test: what it says of whoever comes is told it beforehand. */
export type FakeIssuer = {
  readonly issuer: string
  /** Everything that its token endpoint was sent. */
  readonly asked: URLSearchParams[]
  /** Whether it answers. */
  isUp: boolean
  /** What the ID token of a code holds beside what every one does; made when the browser is at its door. */
  codeFor(address: URL, claims: Claims): string
}

const KEY = await generateKeyPair('RS256', { extractable: true })

/** Starts one on this machine; it ends with the file's tests. */
export async function fakeIssuer(): Promise<FakeIssuer> {
  const codes = new Map<string, { readonly claims: Claims; readonly challenge: string }>()
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const answer = fake.isUp ? await answerTo(request.url ?? '', Buffer.concat(chunks).toString()) : null
      response.writeHead(answer === null ? 503 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? {}))
    })
  })
  const issuer = await listen(server)
  const fake: FakeIssuer = {
    issuer,
    asked,
    isUp: true,
    codeFor(address, claims) {
      const code = `code-${codes.size}-${Math.random()}`
      const { nonce, client_id: aud } = Object.fromEntries(address.searchParams)
      const challenge = address.searchParams.get('code_challenge') ?? ''
      codes.set(code, { claims: { iss: issuer, aud, nonce, ...claims }, challenge })
      return code
    },
  }
  async function answerTo(path: string, body: string): Promise<unknown> {
    if (path === '/.well-known/openid-configuration') return description(issuer)
    if (path === '/keys')
      return { keys: [{ ...(await exportJWK(KEY.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
    const sent = new URLSearchParams(body)
    asked.push(sent)
    const made = codes.get(sent.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url')
    if (made === undefined || verifier !== made.challenge) return null
    return { access_token: 'none', token_type: 'bearer', id_token: await sign(made.claims) }
  }
  return fake
}

const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

const sign = (claims: Claims): Promise<string> =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(KEY.privateKey)

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // of a server that listens by TCP
}
