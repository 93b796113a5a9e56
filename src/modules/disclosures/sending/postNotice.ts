import * as http from 'node:http'
import * as https from 'node:https'
import { isIP } from 'node:net'
import { isPrivateAddress, LEADS_INSIDE, publicLookup } from '#platform/outward'

const TIMEOUT = 10_000

export type Answer = { readonly code: number | null; readonly problem: string | null }

/**
 * Sends a body to an address that an administrator entered. The address that a name leads to is checked as it is connected to, so that a name cannot
 * lead to one place when it is looked at and to another when it is used; nothing is followed elsewhere.
 */
export async function postNotice(
  address: string,
  { body, signature, allowsPrivate }: { body: string; signature: string; allowsPrivate: boolean },
): Promise<Answer> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' && !allowsPrivate) return refused('The address is not https')
  if (!allowsPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return refused('The address is private')
  return await new Promise(resolve => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(TIMEOUT),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-jws-signature': signature,
        },
        ...(allowsPrivate ? {} : { lookup: publicLookup }),
      },
      answer => {
        answer.resume() // what it says is nobody's business
        resolve({ code: answer.statusCode ?? null, problem: null })
      },
    )
    request.on('error', error => resolve(refused(problemOf(error))))
    request.end(body)
  })
}

const refused = (problem: string): Answer => ({ code: null, problem })

/** The kind of failure, without what the other side wrote. */
const problemOf = (error: Error): string =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? 'No answer in time'
    : error.message === LEADS_INSIDE
      ? LEADS_INSIDE
      : ((error as NodeJS.ErrnoException).code ?? 'The connection failed')
