import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { parseFields, refuseUnstorableText } from '#platform/http'

/**
 * Three kinds of body are read: forms, JSON, and forms with a file where the route takes files (readUploads); any other
 * content type is refused.
 */
export async function addParsers(server: FastifyInstance): Promise<void> {
  server.removeContentTypeParser('text/plain')
  await server.register(formbody, { parser: parseFields })
  await server.register(multipart, { throwFileSizeLimit: false }) // a file that is too large is said at its field
  server.decorateRequest('uploads', null)
  server.addHook('preValidation', async request => {
    if (request.isMultipart() && request.routeOptions.config.rule?.takesFiles !== true)
      throw Object.assign(new Error('This route takes no files'), { statusCode: 415 })
    refuseUnstorableText(request.params)
    refuseUnstorableText(request.query)
    if (!Buffer.isBuffer(request.body)) refuseUnstorableText(request.body) // what systems send is read by its own route
  })
}
