import type { Uuid } from '#platform/ids'
import type { CopyContent } from './copyContent.ts'
import type { PaperPart } from './paper.ts'
import { paperTitles, sourceForAgency, sourceForFamily } from './words.ts'

/** A part of a paper as far as a copy needs it, with its translation into the copy's language. */
export type PartToCopy = Pick<
  PaperPart,
  'id' | 'heading' | 'words' | 'source' | 'isThirdParty' | 'dataClass' | 'line' | 'pairs'
> & { readonly translation: { readonly heading: string; readonly words: string } | null }

export type Composing = {
  readonly kind: CopyContent['kind']
  readonly meeting: CopyContent['meeting']
  readonly parts: readonly PartToCopy[]
  /** Parts that were decided to be shown to this recipient; whatever was not decided is not here. */
  readonly shown: ReadonlySet<Uuid>
  /** Null: an agency. */
  readonly recipientId: Uuid | null
  readonly whoToRing: CopyContent['whoToRing']
  readonly lang: string
  readonly style: CopyContent['style']
}

/** A copy and the parts of the paper that stand in it, in their order there. */
export type Composed = { readonly content: CopyContent; readonly partIds: readonly Uuid[] }

/**
 * One person's copy of a paper: the parts decided for them, numbered anew so that nothing tells what was left out. Safety data (C3)
 * is left out whatever was decided, as the database does.
 */
export function composeCopy(from: Composing): Composed {
  const shown = from.parts.filter(({ id, dataClass }) => from.shown.has(id) && dataClass === 'B3')
  const sources = from.recipientId === null ? sourceForAgency : sourceForFamily
  const parts = shown
    .filter(({ line }) => line === null)
    .map((part, index) => ({
      number: index + 1,
      heading: part.heading,
      words: part.words,
      source: sources[part.isThirdParty ? 'member_of_public' : part.source],
      translation: from.lang === 'en' ? null : part.translation,
      pairs: [...part.pairs],
    }))
  const planLines = shown
    .flatMap(({ line, words }) => (line === null ? [] : [{ ...line, words }]))
    .map((line, index) => ({
      number: parts.length + index + 1,
      what: line.words,
      who: line.who,
      byWhen: line.byWhen === null ? null : `${line.byWhen}`,
      whose: whoseLine(line.personId, from.recipientId),
    }))
  return {
    partIds: shown.map(({ id }) => id),
    content: {
      version: 1,
      kind: from.kind,
      title: paperTitles[from.kind],
      meeting: from.meeting,
      parts,
      planLines,
      whoToRing: from.whoToRing,
      lang: from.lang,
      style: from.style,
    },
  }
}

const whoseLine = (
  personId: Uuid | null,
  recipientId: Uuid | null,
): CopyContent['planLines'][number]['whose'] =>
  personId === null ? 'promised_to_you' : personId === recipientId ? 'asked_of_you' : 'others'
