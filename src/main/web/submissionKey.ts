import type { FastifyRequest } from 'fastify'
import { SAVE_DRAFT } from '#platform/drafts'
import { type Route, SUBMISSION_FIELD } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { fieldsOf } from './admit.ts'

/** Whether a second sending of this request must have no second effect. Drafts are sent again and again. */
export function needsKey(route: Route, request: FastifyRequest): boolean {
  return route.method === 'POST' && route.repeats !== true && !(SAVE_DRAFT in fieldsOf(request))
}

/** The key of a form, or of a program's request by header, which a program may leave out. */
export function submissionKey(request: FastifyRequest): Uuid | 'missing' | null {
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  const given = isJson ? request.headers['idempotency-key'] : fieldsOf(request)[SUBMISSION_FIELD]
  if (isJson && given === undefined) return null
  return (typeof given === 'string' ? parseUuid(given) : null) ?? 'missing'
}
