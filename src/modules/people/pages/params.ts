import { z } from 'zod'
import type { Reply } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'

/** An id in an address; anything else answers "not found" like an id that is nobody's. */
export const uuidParam = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

export const personId = uuidParam
export const familyId = uuidParam

/** Seen, but joining takes more. */
export const askToJoin: Reply = {
  kind: 'forbidden',
  ask: 'Joining a family shows its people to one another’s workers: only somebody who works with all of them may do it. Ask their team manager.',
}

/** Seen but not the acting person's to change. */
export const askToWrite: Reply = {
  kind: 'forbidden',
  ask: 'Only the workers of this person may change their details. Ask the team that holds the record.',
}

/** Written by those who work with the child, not by whoever opened the record. */
export const askToHold: Reply = {
  kind: 'forbidden',
  ask: 'Only those who hold this child may write this: it is about adults or births of the family. Ask the team that holds the record.',
}
