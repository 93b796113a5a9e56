import { z } from 'zod'
import { parseUuid, type Uuid } from '#platform/ids'

const rowId = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

/** What stands for the one person where the two records say different things. Kept as JSON with the merge. */
export const mergeChoices = z.object({
  /** Columns of the person: whose value stands. A column that is not here keeps the survivor's, or takes the only one there is. */
  person: z.record(z.string(), z.enum(['survivor', 'merged'])).default({}),
  /** The name that is the main one; null leaves the survivor's. */
  main_name: rowId.nullable().default(null),
  /** The row of the NHS number that is right; the other one ends. */
  right_number: rowId.nullable().default(null),
  /** The open referral that goes on; the others close. */
  referral: rowId.nullable().default(null),
  /** Allocations, involvements, places in families and transfers that go on. Every other one of either record ends. */
  holdings: z.array(rowId).default([]),
})

export type MergeChoices = z.infer<typeof mergeChoices>
