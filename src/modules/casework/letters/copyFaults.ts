import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { MetThing } from '../rules/knowsOf.ts'
import { hitsIn } from './checkLetter.ts'
import { type CopiedNote, copiedNotes } from './copiedNotes.ts'

/** What stands in a copy for one of the family that its reader must not be told, or that is copied from elsewhere. */
export type CopyFaults = {
  /** Protected addresses and unsafe ways of contact: the copy is not made until its words are changed. */
  readonly hits: readonly MetThing[]
  /** Headings under which they stand; none where the words of several tell it together. */
  readonly where: readonly string[]
  /** Notes about somebody else whose words stand in it: whoever gives it says why. */
  readonly copied: readonly CopiedNote[]
}

/** What a copy says under one heading. */
export type CopyPart = { readonly heading: string; readonly text: string }

/**
 * Looks through the words of a copy of a plan or an assessment as a letter is looked through: a family was once given police words
 * about another family's child, copied into their plan.
 * @param about everyone whose record it was made from; the acting person reads the record of each
 * @param parts the text once more by its headings, so that whoever is to change it knows where
 */
export async function copyFaults(
  work: Work,
  {
    about,
    recipientId,
    text,
    parts = [],
  }: {
    readonly about: readonly Uuid[]
    readonly recipientId: Uuid
    readonly text: string
    readonly parts?: readonly CopyPart[]
  },
): Promise<CopyFaults> {
  const personIds = [...new Set(about)]
  const words = { subject: '', text, enclosed: null }
  const hits = await hitsIn(work, personIds, recipientId, text)
  const where: string[] = []
  if (hits.length > 0)
    for (const part of parts)
      if ((await hitsIn(work, personIds, recipientId, part.text)).length > 0) where.push(part.heading)
  return {
    hits,
    where,
    copied: await copiedNotes(work, { personIds: [...personIds, recipientId] }, words),
  }
}
