import type { FastifyRequest } from 'fastify'
import { KithError } from '#platform/errors'
import {
  addField,
  type Fields,
  isOwnRequest,
  type Route,
  refuseUnstorableText,
  type Upload,
} from '#platform/http'
import type { Parts } from './parts.ts'
import { originOf } from './request.ts'

/** Form furniture and typed texts that may stand beside a file. */
const MOST_FIELDS = 300
const MOST_TEXT = 250_000

/**
 * Reads a form that carries a file, for somebody signed in whom the route admits and from a page of ours: a stranger's
 * bytes are not read at all. The token is checked with the fields afterwards, before anything is done.
 * @throws KithError KITH_TOO_LARGE for far more than one file, KITH_BAD_REQUEST for what is no form
 */
export async function readUploads(request: FastifyRequest, route: Route, parts: Parts): Promise<void> {
  if (route.takesFiles !== true || !request.isMultipart() || !mayBeRead(request, route, parts)) return
  const { uploadLimitBytes } = parts.config
  if (Number(request.headers['content-length'] ?? 0) > 4 * uploadLimitBytes + 10_000_000)
    throw new KithError('KITH_TOO_LARGE')
  const fields: Fields = Object.create(null) // no inherited names to trip over
  const uploads: Upload[] = []
  const limits = {
    fileSize: uploadLimitBytes,
    files: 1,
    fields: MOST_FIELDS,
    parts: MOST_FIELDS + 1,
    fieldSize: MOST_TEXT,
    headerPairs: 20,
  }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (typeof part.value !== 'string' || part.valueTruncated) throw new KithError('KITH_BAD_REQUEST')
      addField(fields, part.fieldname, part.value)
      continue
    }
    const pieces: Buffer[] = []
    for await (const piece of part.file) pieces.push(piece)
    const isTooLarge = part.file.truncated
    const bytes = isTooLarge ? Buffer.alloc(0) : Buffer.concat(pieces)
    // A file field that was left empty comes without a name.
    if ((part.filename ?? '') !== '' || bytes.length > 0)
      uploads.push({ field: part.fieldname, fileName: part.filename ?? '', bytes, isTooLarge })
  }
  refuseUnstorableText(fields)
  for (const { field, fileName } of uploads) refuseUnstorableText([field, fileName])
  request.body = fields
  request.uploads = uploads
}

function mayBeRead(request: FastifyRequest, route: Route, parts: Parts): boolean {
  const { session } = request
  if (session === null || !isOwnRequest(request.headers, originOf(request, parts.isSecure))) return false
  return route.admits === 'signed_in' || (route.admits !== 'anyone' && route.admits.includes(session.class))
}
