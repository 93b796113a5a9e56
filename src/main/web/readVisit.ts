import type { FastifyRequest } from 'fastify'
import type { ZodError, ZodType } from 'zod'
import { KNOWN_AT, type Route } from '#platform/http'
import { fieldsOf } from './admit.ts'

/** What a route's schemas made of a request. */
export type ReadVisit =
  | { readonly kind: 'read'; readonly params: unknown; readonly query: unknown; readonly body: unknown }
  /** An id that is none: answered like an id that is nobody's. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }

/** Parses path, query and JSON body by the route's own schemas. */
export function readVisit(route: Route, request: FastifyRequest): ReadVisit {
  const params = parse(route.params, request.params)
  if (!params.success) return { kind: 'nowhere' }
  const { [KNOWN_AT]: _, ...asked } = request.query as Record<string, unknown> // an object, by our own parser
  const query = parse(route.query, asked)
  if (!query.success)
    return query.error.issues.some(isUuidIssue)
      ? { kind: 'nowhere' }
      : { kind: 'unreadable', problems: sentences(query.error) }
  const body = parse(route.body, request.body ?? fieldsOf(request))
  if (!body.success) return { kind: 'unreadable', problems: sentences(body.error) }
  return { kind: 'read', params: params.data, query: query.data, body: body.data }
}

function parse(schema: ZodType | undefined, value: unknown) {
  return schema === undefined ? { success: true as const, data: value } : schema.safeParse(value)
}

const isUuidIssue = (issue: ZodError['issues'][number]): boolean =>
  issue.code === 'invalid_format' && issue.format === 'uuid'

/** Names of fields and what they must be; never what was given. */
const sentences = (error: ZodError): string[] =>
  error.issues.map(issue => `${issue.path.join('.') || 'The body'}: ${issue.message}.`)
