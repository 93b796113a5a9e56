import { createHash } from 'node:crypto'
import { z } from 'zod'
import { pictureNames } from './pictures.ts'

const pair = z.object({ words: z.string(), picture: z.enum(pictureNames) })

const part = z.object({
  /** Its place in this copy, from 1 without a gap, whatever was left out: what answers name (`copy_answer.part`). */
  number: z.int().positive(),
  heading: z.string(),
  words: z.string(),
  /** From whom, in words that its reader may have: "From school". Null: not told. */
  source: z.string().nullable(),
  /** The translator's text, kept beside the original; only where the copy's `lang` is another than English. */
  translation: z.object({ heading: z.string(), words: z.string() }).nullable(),
  /** Short sentences with a picture each (Easy Read); none where nobody wrote them. */
  pairs: z.array(pair),
})

const planLine = z.object({
  /** Goes on from the parts' numbers: an answer to a line of the plan names it. */
  number: z.int().positive(),
  what: z.string(),
  who: z.string(),
  /** A day, as 2026-04-08; null: all the time. */
  byWhen: z.string().nullable(),
  /** Whether it is asked of the reader, promised to them, or said of others. */
  whose: z.enum(['asked_of_you', 'promised_to_you', 'others']),
})

const shape = z.object({
  version: z.literal(1),
  kind: z.enum([
    'social_work_report',
    'agency_report',
    'conference_record',
    'outline_plan',
    'protection_plan',
    'letter',
    'child_voice',
  ]),
  /** Says what it is and names nobody. */
  title: z.string(),
  /** The instant of the meeting, ISO 8601 in UTC; null where it is for none. */
  meeting: z
    .object({
      kind: z.string(),
      at: z.string(),
      minutes: z.number(),
      how: z.enum(['in_person', 'online', 'mixed', 'telephone']),
      place: z.string().nullable(),
    })
    .nullable(),
  parts: z.array(part),
  planLines: z.array(planLine),
  whoToRing: z.object({ name: z.string(), role: z.string(), telephone: z.string().nullable() }).nullable(),
  /** ISO 639 of the translations, or "en". */
  lang: z.string(),
  /** How it is laid out: the plan on one side, or pictures beside short sentences. */
  style: z.enum(['plain', 'large', 'easy_read']),
})

/** One person's copy of a paper, as they see it: `record.paper_copy.content`. Read by the print, the preview and the portal. */
export type CopyContent = z.infer<typeof shape>
export type CopyPart = CopyContent['parts'][number]
export type CopyPlanLine = CopyContent['planLines'][number]

/** Reads the column back. @throws when it is not what this code wrote */
export const readCopyContent = (stored: unknown): CopyContent => shape.parse(stored)

/** SHA-256 of a copy: what was approved is what is given, letter for letter, in whatever order a database keeps its keys. */
export const copyHash = (content: CopyContent): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(shape.parse(content)))
    .digest()

/** Every word that its reader gets, for the checks. */
export const wordsOfCopy = (content: CopyContent): string =>
  [
    content.title,
    content.meeting?.place ?? '',
    ...content.parts.flatMap(wordsOfPart),
    ...content.planLines.flatMap(({ what, who }) => [what, who]),
    content.whoToRing?.name ?? '',
    content.whoToRing?.role ?? '',
    content.whoToRing?.telephone ?? '',
  ].join('\n')

/** Every word of one part of it. */
export const wordsOfPart = ({ heading, words, source, translation, pairs }: CopyPart): readonly string[] => [
  heading,
  words,
  source ?? '',
  translation?.heading ?? '',
  translation?.words ?? '',
  ...pairs.map(one => one.words),
]
