import { z } from 'zod'

/** What a backup says of itself; the first thing a restore reads. */
export const manifestShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('base'),
    takenAt: z.string(),
    /** The past moment that the rows stand for; left out where they are those of `takenAt`. */
    knownAt: z.string().optional(),
    /** With `knownAt`: tables that keep no past, whose files hold their header only. */
    withoutPast: z.array(z.string()).optional(),
    databases: z.array(z.string()),
    /** Log position that the copy is whole at. */
    stoppedAt: z.string(),
  }),
  z.object({
    kind: z.literal('open'),
    takenAt: z.string(),
    /** The past moment that the rows stand for; left out where they are those of `takenAt`. */
    knownAt: z.string().optional(),
    /** With `knownAt`: tables that keep no past, whose files hold their header only. */
    withoutPast: z.array(z.string()).optional(),
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
