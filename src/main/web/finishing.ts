import type { FastifyInstance } from 'fastify'

/**
 * Ends each connection with the answer that is under way when the server stops; otherwise a browser that keeps its
 * connection open would hold the server up.
 */
export function addFinishing(server: FastifyInstance): void {
  let isStopping = false
  server.addHook('preClose', async () => {
    isStopping = true
  })
  server.addHook('onSend', async (_request, reply, payload) => {
    if (isStopping) reply.header('connection', 'close')
    return payload
  })
}
