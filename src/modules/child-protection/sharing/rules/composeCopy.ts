import type { Uuid } from '#platform/ids'
import type { CopyContent } from './copyContent.ts'
import type { PictureName } from './pictures.ts'
import { paperTitles, sourceForAgency, sourceForFamily } from './words.ts'

/** A part of a paper, as far as a copy needs it. */
export type PartToCopy = {
  readonly id: Uuid
  readonly heading: string
  readonly words: string
  readonly source: keyof typeof sourceForFamily
  readonly isThirdParty: boolean
  readonly dataClass: 'B3' | 'C3'
  readonly translation: { readonly heading: string; readonly words: string } | null
  readonly pairs: readonly { readonly words: string; readonly picture: PictureName }[]
}

/** Something that the plan asks of somebody. */
export type LineToCopy = {
  readonly what: string
  readonly who: string
  /** Of the family, who does it; null: somebody who works with them. */
  readonly personId: Uuid | null
  readonly byWhen: Temporal.PlainDate | null
  /** The part under which it stands: it goes with that part. */
  readonly partId: Uuid
}

type Composing = {
  readonly kind: CopyContent['kind']
  readonly meeting: CopyContent['meeting']
  readonly parts: readonly PartToCopy[]
  readonly lines: readonly LineToCopy[]
  /** Parts that were decided to be shown to this recipient; whatever was not decided is not here. */
  readonly shown: ReadonlySet<Uuid>
  /** Null: an agency. */
  readonly recipientId: Uuid | null
  readonly whoToRing: CopyContent['whoToRing']
  readonly lang: string
  readonly style: CopyContent['style']
}

/** A copy and the parts of the paper that stand in it. */
export type Composed = { readonly content: CopyContent; readonly partIds: readonly Uuid[] }

/**
 * One person's copy of a paper: the parts decided for them, numbered anew so that nothing tells what was left out. Safety data (C3)
 * is left out whatever was decided, as the database does.
 */
export function composeCopy(from: Composing): Composed {
  const isForFamily = from.recipientId !== null
  const shown = from.parts.filter(({ id, dataClass }) => from.shown.has(id) && dataClass === 'B3')
  const partIds = shown.map(({ id }) => id)
  const isTranslated = from.lang !== 'en'
  const parts = shown.map((part, index) => ({
    number: index + 1,
    heading: part.heading,
    words: part.words,
    source: (isForFamily ? sourceForFamily : sourceForAgency)[
      part.isThirdParty ? 'member_of_public' : part.source
    ],
    translation: isTranslated ? part.translation : null,
    pairs: [...part.pairs],
  }))
  const planLines = from.lines
    .filter(({ partId }) => partIds.includes(partId))
    .map((line, index) => ({
      number: parts.length + index + 1,
      what: line.what,
      who: line.who,
      byWhen: line.byWhen === null ? null : `${line.byWhen}`,
      whose: whoseLine(line, from.recipientId),
    }))
  return {
    partIds,
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

const whoseLine = ({ personId }: LineToCopy, recipientId: Uuid | null) =>
  personId === null ? 'promised_to_you' : personId === recipientId ? 'asked_of_you' : 'others'
