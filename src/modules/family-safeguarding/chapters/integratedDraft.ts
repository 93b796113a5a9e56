import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import type { Strand } from '../rules/strand.ts'
import { needWord, workWords } from '../rules/words.ts'
import { isSameChapter } from './chapter.ts'
import type { DraftPart, DraftPiece } from './draft.ts'
import { monthWords } from './month.ts'
import type { Summary } from './summaries.ts'

/** The chapters of the workbook as one assessment: by person and need, then what is about the whole family. */
export function integratedDraft(
  open: OpenFamily,
  strands: readonly Strand[],
  summaries: readonly Summary[],
): readonly DraftPart[] {
  const people = open.members.filter(({ person }) => open.shared.has(person.id))
  return [
    ...people.flatMap(({ person }) => personPart(open, person.id, strands, summaries)),
    ...familyPart(open, strands, summaries),
  ]
}

function personPart(
  open: OpenFamily,
  personId: Uuid,
  strands: readonly Strand[],
  summaries: readonly Summary[],
): readonly DraftPart[] {
  const own = strands.filter(strand => strand.personId === personId)
  if (own.length === 0) return []
  const sections = own.map(strand => ({
    heading: `${needWord(strand.needKind)}: ${workWords(strand).toLowerCase()}`,
    facts: [needLine(strand)],
    pieces: summaries
      .filter(one => isSameChapter(one, strand) && one.personIds.includes(personId))
      .toReversed()
      .map(pieceOf),
    none: 'No summary is shared.',
  }))
  return [{ heading: nameOf(open, personId), sections }]
}

/** Chapters of the whole family: those that no strand of a person holds. */
function familyPart(
  open: OpenFamily,
  strands: readonly Strand[],
  summaries: readonly Summary[],
): readonly DraftPart[] {
  const others = summaries
    .filter(
      one => !strands.some(strand => isSameChapter(strand, one) && one.personIds.includes(strand.personId)),
    )
    .toReversed()
  if (others.length === 0) return []
  const sections = others.map(one => {
    const names = one.personIds.map(id => nameOf(open, id)).join(', ')
    const whose = one.personIds.length === open.shared.size ? '' : `: ${names}`
    return { heading: `${workWords(one)}${whose}`, facts: [], pieces: [pieceOf(one)], none: '' }
  })
  return [{ heading: 'The family', sections }]
}

/** "Noted 9 October 2026. Aim: calm evenings." */
export const needLine = ({ needNotedOn, aim }: Strand): string =>
  `Noted ${formatDate(needNotedOn)}. Aim: ${aim ?? 'not set'}.`

export const pieceOf = ({ month, authorName, sharedOn, words }: Summary): DraftPiece => ({
  from: `${monthWords(month)}, ${authorName}, shared ${formatDate(sharedOn)}`,
  words,
})
