import type { FastifyInstance } from 'fastify'
import type { Parts } from '../parts.ts'

/** Open pages are let go before the server waits for requests under way to end. */
export function addLive(server: FastifyInstance, parts: Parts): void {
  server.addHook('preClose', async () => {
    for (const stream of parts.openStreams) stream.end()
    for (const news of new Set([...parts.authorities.values()].map(authority => authority.news)))
      await news?.close()
  })
}
