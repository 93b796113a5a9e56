import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'

/** The least a page can be: one statement to the same PostgreSQL, a few lines of HTML. What Kith's pages are set against. */
export async function bareServer(url: string): Promise<FastifyInstance> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => {}) // cut by the server's end, when a run is ended early
  const server = Fastify({ logger: false })
  server.addHook('onClose', () => pool.end())
  server.get('/', async (_request, reply) => {
    const { rows } = await pool.query<{ one: number }>('select 1 as one')
    return reply
      .type('text/html; charset=utf-8')
      .send(`<!doctype html><html lang="en"><title>Bare</title><p>${rows[0]?.one}</p></html>`)
  })
  await server.ready()
  return server
}
