import { z } from 'zod'

const children = z.object({
  read: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
})
const total = z.object({
  read: z.number(),
  stored: z.number(),
  alreadyHeld: z.number(),
  contradicted: z.number(),
  refused: z.number(),
  empty: z.number(),
  unknown: z.number(),
  doubted: z.number(),
})
const clock = z.object({
  clock: z.string(),
  onTime: z.number(),
  late: z.number(),
  overdue: z.number(),
  running: z.number(),
})
const census = z.object({
  children,
  total,
  elements: z.array(total.extend({ name: z.string() })),
  clocks: z.array(clock),
  stopped: z.object({ sentence: z.string() }).nullable(),
})
const lines = z.object({
  read: z.number(),
  allocated: z.number(),
  alreadyHeld: z.number(),
  refused: z.number(),
})
const allocations = z.object({ lines })

/** What a census run counted; null for other kinds, and for a run that never ended. */
export const censusCounts = (counts: unknown): z.infer<typeof census> | null => {
  const parsed = census.safeParse(counts)
  return parsed.success ? parsed.data : null
}

/** What a run of allocations counted; null for other kinds. */
export const allocationCounts = (counts: unknown): z.infer<typeof lines> | null => {
  const parsed = allocations.safeParse(counts)
  return parsed.success ? parsed.data.lines : null
}

/** What became of the elements of a file, as bars. */
export const fateBars = (counts: z.infer<typeof total>) => [
  { label: 'Stored', value: counts.stored },
  { label: 'Already held', value: counts.alreadyHeld },
  { label: 'Contradicted', value: counts.contradicted },
  { label: 'Refused', value: counts.refused },
  { label: 'Empty', value: counts.empty },
  { label: 'Not understood', value: counts.unknown },
]
