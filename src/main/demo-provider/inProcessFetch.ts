import type { FastifyInstance } from 'fastify'
import type { CustomFetch } from 'openid-client'

/**
 * A fetch that asks this very server without the network: names such as second.localhost need not resolve, no port need
 * be open, and it works before the server listens.
 */
export function inProcessFetch(server: FastifyInstance): CustomFetch {
  return async (address, options) => {
    const url = new URL(address)
    const answer = await server.inject({
      method: options.method === 'POST' ? 'POST' : 'GET',
      url: `${url.pathname}${url.search}`,
      headers: { ...options.headers, host: url.host, 'x-forwarded-proto': url.protocol.replace(':', '') },
      ...(options.body === undefined || options.body === null ? {} : { payload: String(options.body) }),
    })
    const headers = new Headers()
    for (const [name, value] of Object.entries(answer.headers))
      for (const one of [value ?? []].flat()) headers.append(name, String(one))
    return new Response(answer.rawPayload.length === 0 ? null : Uint8Array.from(answer.rawPayload), {
      status: answer.statusCode,
      headers,
    })
  }
}
