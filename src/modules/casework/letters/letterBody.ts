import { z } from 'zod'
import { parseUuid, type Uuid } from '#platform/ids'

const uuid = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

const shape = z.object({
  subject: z.string(),
  text: z.string(),
  /** Printed on a page of its own. */
  enclosed: z.string().nullable(),
  recipientName: z.string(),
  /** Set when it is made ready: the day on the letter, and where it goes. */
  dated: z.string().nullable(),
  address: z
    .object({
      addressId: uuid.nullable(),
      lines: z.string(),
      postcode: z.string().nullable(),
      isConfidential: z.boolean(),
    })
    .nullable(),
  /** Why words of another child's notes may stand in it, and of which. */
  copied: z.object({ reason: z.string(), noteIds: z.array(uuid) }).optional(),
})

/** What a letter holds beside its row. */
export type LetterBody = z.infer<typeof shape>

/** Reads the column back. @throws when it is not what this code wrote */
export const readBody = (stored: unknown): LetterBody => shape.parse(stored)

const heldShape = z.object({
  hits: z.array(
    z.object({ personId: uuid.nullable(), kind: z.enum(['address', 'postcode', 'telephone', 'email']) }),
  ),
  releases: z.array(z.object({ by: uuid, reason: z.string(), at: z.string().optional() })),
  /** Since when it has been held. */
  at: z.string().optional(),
})

/** Why a letter is held, and who has released it for what reason. */
export type Held = z.infer<typeof heldShape>
export type Hit = Held['hits'][number]

export const readHeld = (stored: unknown): Held | null => (stored === null ? null : heldShape.parse(stored))
