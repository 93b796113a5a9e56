import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { type Capacity, capacityLines, capacityOf } from './capacity.ts'
import { chapterCode, isSameChapter } from './chapter.ts'
import type { ChapterWriting } from './chapterWriting.ts'
import type { DraftPart, DraftSection } from './draft.ts'
import { needLine, pieceOf } from './integratedDraft.ts'

/** The adults of the family whose work with the team the reader may read, each with what was written of their capacity to change. */
export const capacities = (open: OpenFamily, writing: ChapterWriting): readonly Capacity[] =>
  open.members
    .filter(({ role, person }) => role === 'adult' && open.shared.has(person.id))
    .map(({ person }) => capacityOf(person.id, writing))

/** The same chapters by parent: capacity to change, and what each discipline sees. */
export const parentingDraft = (open: OpenFamily, writing: ChapterWriting): readonly DraftPart[] =>
  capacities(open, writing).map(capacity => ({
    heading: nameOf(open, capacity.personId),
    sections: [
      {
        heading: 'Capacity to change',
        facts: capacityLines(capacity, writing.moduleNames),
        pieces: [],
        none: '',
      },
      ...disciplineSections(capacity, writing),
    ],
  }))

/** One for each role that works with this parent or has written of them. */
function disciplineSections(
  { personId }: Capacity,
  { strands, summaries }: ChapterWriting,
): readonly DraftSection[] {
  const own = strands.filter(strand => strand.personId === personId)
  const about = summaries.filter(({ personIds }) => personIds.includes(personId))
  const chapters = new Map([...own, ...about].map(one => [chapterCode(one), one] as const))
  return [...chapters.values()].map(chapter => ({
    heading: workWords(chapter),
    facts: own.filter(strand => isSameChapter(strand, chapter)).map(needLine),
    pieces: about
      .filter(one => isSameChapter(one, chapter))
      .toReversed()
      .map(pieceOf),
    none: 'No summary is shared.',
  }))
}
