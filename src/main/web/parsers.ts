import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { parseFields, refuseUnstorableText } from '#platform/http'

/** Two kinds of body are read, forms and JSON; any other content type is refused. */
export async function addParsers(server: FastifyInstance): Promise<void> {
  server.removeContentTypeParser('text/plain')
  await server.register(formbody, { parser: parseFields })
  server.addHook('preValidation', async request => {
    refuseUnstorableText(request.params)
    refuseUnstorableText(request.query)
    refuseUnstorableText(request.body)
  })
}
