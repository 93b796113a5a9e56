import { z } from 'zod'

/** What a backup says of itself; the first thing a restore reads. */
export const manifestShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('base'),
    takenAt: z.string(),
    databases: z.array(z.string()),
    /** Log position that the copy is whole at. */
    stoppedAt: z.string(),
  }),
  z.object({
    kind: z.literal('open'),
    takenAt: z.string(),
    database: z.string(),
    authority: z.object({ code: z.string(), name: z.string(), madeByDemo: z.boolean() }),
    /** Last migration that had run: a restore needs the same schema. */
    schema: z.string(),
    tables: z.array(
      z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: z.string() }),
    ),
  }),
])

export type Manifest = z.infer<typeof manifestShape>
export type OpenManifest = Extract<Manifest, { kind: 'open' }>
