import { z } from 'zod'
import type { Unread } from '#platform/files'
import { parseUuid, type Uuid } from '#platform/ids'

const uuid = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

const shape = z.object({
  hits: z.array(
    z.object({ personId: uuid.nullable(), kind: z.enum(['address', 'postcode', 'telephone', 'email']) }),
  ),
  /** Each of the two who say that it may be shown all the same. */
  releases: z.array(z.object({ by: uuid, reason: z.string() })),
})

/** Why a part waits: what was met in its file, of whom, and who has released it for what reason. */
export type HeldPart = z.infer<typeof shape>
export type PartHit = HeldPart['hits'][number]

/** Reads the column back. @throws when it is not what this code wrote */
export const readHeldPart = (stored: unknown): HeldPart | null =>
  stored === null || stored === undefined ? null : shape.parse(stored)

/** Why nothing but a person can tell what is in a file. */
export const unreadWords: Readonly<Record<Unread, string>> = {
  picture: 'it is a picture',
  pictures: 'it holds pictures, such as scanned pages',
  locked: 'it is locked with a password',
  attachments: 'other files are hung on to it',
  typeface: 'it does not say which letters it shows',
  broken: 'it is damaged, or packed in an unusual way',
  too_long: 'it is very long',
}
