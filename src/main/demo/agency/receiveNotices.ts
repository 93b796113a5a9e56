import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRemoteJWKSet, flattenedVerify } from 'jose'

type Agency = {
  /** Where Kith answers, such as http://localhost:3000. */
  readonly at: string
  /** A token that stands, with the scopes to fetch and to acknowledge. */
  readonly token: () => Promise<string>
  /** Is told of each notice in a line without anybody's name, number or day. */
  readonly say: (line: string) => void
}

type Notice = { readonly id: string; readonly topic: string; readonly sequence: number }

/**
 * Listens as an agency's system would: checks each notice's signature by the published key, fetches what it is about, and says that it arrived. A
 * notice that is wrongly signed is answered with 401, one that could not be fetched with 503: it comes again.
 * @returns the address for subscriptions, and what ends it
 */
export async function receiveNotices(
  agency: Agency,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const keys = createRemoteJWKSet(new URL(`${agency.at}/.well-known/jwks.json`))
  const verify = async (body: string, signature: string) => {
    const [header = '', , sign = ''] = signature.split('.')
    await flattenedVerify(
      { protected: header, payload: Buffer.from(body).toString('base64url'), signature: sign },
      keys,
    )
  }
  const server = createServer((request, response) => {
    void answer(agency, verify, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    address: `http://127.0.0.1:${port}/notices`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  agency: Agency,
  verify: (body: string, signature: string) => Promise<void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await textOf(request)
  const isSigned = await verify(body, String(request.headers['x-jws-signature'])).then(
    () => true,
    () => false,
  )
  if (!isSigned) {
    agency.say('a notice that is not signed by the council: refused')
    response.writeHead(401).end()
    return
  }
  const notice = JSON.parse(body) as Notice // signed by the council
  const done = await fetchAndAcknowledge(agency, notice).catch(() => null)
  response.writeHead(done === null ? 503 : 204).end()
  agency.say(`${notice.topic}, number ${notice.sequence} of a child: ${done ?? 'could not be fetched'}`)
}

/** @returns what was fetched, by the names of facts, and that it was acknowledged */
async function fetchAndAcknowledge({ at, token }: Agency, { id }: Notice): Promise<string> {
  const headers = { authorization: `Bearer ${await token()}` }
  const fetched = await fetch(`${at}/api/notifications/${id}`, { headers })
  if (!fetched.ok) throw new Error(`Answered ${fetched.status}`)
  const { about } = (await fetched.json()) as { about: object } // the shape of src/modules/disclosures/fetching
  const acknowledged = await fetch(`${at}/api/notifications/${id}/acknowledgement`, {
    method: 'POST',
    headers,
  })
  if (!acknowledged.ok) throw new Error(`Answered ${acknowledged.status}`)
  return `fetched ${Object.keys(about).sort().join(', ')}; acknowledged`
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
