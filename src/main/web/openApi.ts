import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { type ZodType, z } from 'zod'
import type { Route } from '#platform/http'
import { VERSION } from './version.ts'

/** Describes every route in one OpenAPI 3.1 document; call before routes are added. */
export async function addOpenApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kith',
        version: VERSION,
        description:
          'Pages and resources of the shared record. Each answers as the signed-in person may see it.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kith_session' } } },
      security: [{ session: [] }],
    },
  })
}

/** A route's schemas as JSON Schema. They describe only: parsing is done by the Zod schemas themselves. */
export function routeSchema(moduleName: string, route: Route): FastifySchema {
  return {
    summary: route.summary,
    tags: [moduleName],
    ...part('params', route.params),
    ...part('querystring', route.query),
    ...part('body', route.body),
  }
}

function part(name: 'params' | 'querystring' | 'body', schema: ZodType | undefined): FastifySchema {
  if (schema === undefined) return {}
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  // OpenAPI lists parameters one by one, so only objects can be described there.
  return described.type === 'object' || name === 'body' ? { [name]: described } : {}
}
