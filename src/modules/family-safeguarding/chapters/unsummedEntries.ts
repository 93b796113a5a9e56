import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { type ChapterKey, isSameChapter } from './chapter.ts'
import { type ChapterEntry, chapterEntries } from './chapterEntries.ts'
import { chapterStates } from './chapterStates.ts'
import { spanOf } from './month.ts'
import type { Summary } from './summaries.ts'

/** So far back entries stand beside the summaries: older months without a summary are read in their chapter. */
const MONTHS = 6

export type UnsummedEntry = { readonly chapter: ChapterKey; readonly entry: ChapterEntry }

/** What was written in the months of each chapter that nobody has summed up yet, newest first. */
export async function unsummedEntries(
  work: Work,
  familyId: Uuid,
  childIds: readonly Uuid[],
  summaries: readonly Summary[],
): Promise<readonly UnsummedEntry[]> {
  const thisMonth = work.today.with({ day: 1 })
  const span = {
    from: spanOf(thisMonth.subtract({ months: MONTHS - 1 })).from,
    until: spanOf(thisMonth).until,
  }
  const found: UnsummedEntry[] = []
  for (const { discipline, worksWith } of await chapterStates(work, [familyId])) {
    const chapter = { discipline, worksWith }
    const own = summaries.filter(one => isSameChapter(one, chapter))
    const entries = await chapterEntries(work, familyId, childIds, chapter, span)
    for (const entry of entries.toReversed()) {
      const month = londonDate(entry.at).with({ day: 1 })
      if (!own.some(one => one.month.equals(month))) found.push({ chapter, entry })
    }
  }
  return found
}
