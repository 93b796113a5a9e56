import * as http from 'node:http'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { isPrivateAddress } from './privateAddress.ts'
import { publicLookup } from './publicLookup.ts'

const TIMEOUT = 10_000
/** More than any identity provider's description or keys. */
const MOST_BYTES = 1_000_000

type Asked = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

export type OutwardFetch = (address: string, asked: Asked) => Promise<Response>

/**
 * A fetch for addresses that somebody entered, or that a server so named gave: by https alone, to public addresses alone, following nothing
 * elsewhere and reading no more than a description needs. Else whoever enters an address could have this server ask its own neighbours (SSRF).
 * @param allowsPrivate in a demonstration or a test alone
 */
export const outwardFetch =
  ({ allowsPrivate }: { readonly allowsPrivate: boolean }): OutwardFetch =>
  async (address, { method, headers, body, signal }) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:'))
      throw new Error('The address is not https')
    if (!allowsPrivate && isIP(host) !== 0 && isPrivateAddress(host))
      throw new Error('The address is private')
    const ends = AbortSignal.any([AbortSignal.timeout(TIMEOUT), ...(signal ? [signal] : [])])
    return await new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(
        url,
        { method, headers, signal: ends, ...(allowsPrivate ? {} : { lookup: publicLookup }) },
        answer => read(answer).then(resolve, reject),
      )
      request.on('error', reject)
      request.end(body === undefined || body === null ? undefined : String(body))
    })
  }

async function read(answer: http.IncomingMessage): Promise<Response> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    length += part.length
    if (length > MOST_BYTES) throw new Error('The answer is too long')
    parts.push(part)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one)
  const body = length === 0 ? null : Uint8Array.from(Buffer.concat(parts))
  return new Response(body, { status: answer.statusCode ?? 502, headers })
}
