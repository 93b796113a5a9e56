import { z } from 'zod'
import { parseUuid, type Uuid } from '#platform/ids'

/** An id of a path: anything else answers like an id that is nobody's. */
export const uuidParam = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

/** Paths that begin with a person: /people/:personId ... */
export const personParams = z.object({ personId: uuidParam })

/** Who works in records; the data-quality officer and administrators have pages of their own. */
export const recordReaders = ['practitioner', 'duty', 'director'] as const
export const recordWriters = ['practitioner', 'duty'] as const
