import type { Uuid } from '#platform/ids'
import { type ClockSettings, clockVersionOn, nextDue } from '#reference'
import { type Discipline, disciplineWords, type Side, sideWords } from '../rules/words.ts'

/** One role's part of the workbook. */
export type ChapterKey = { readonly discipline: Discipline; readonly worksWith: Side | null }

/** Where a chapter stands: who writes it, since when, and what was last written in it. */
export type ChapterState = ChapterKey & {
  readonly familyId: Uuid
  readonly since: Temporal.PlainDate
  /** Whether somebody works in it now. */
  readonly isOpen: boolean
  readonly workerNames: readonly string[]
  readonly workerIds: readonly Uuid[]
  readonly personIds: readonly Uuid[]
  readonly lastEntryOn: Temporal.PlainDate | null
  /** False where the reader may not read what it is assembled from: then nobody says that it is silent. */
  readonly isWhole: boolean
  readonly lastSummaryOn: Temporal.PlainDate | null
}

/** "domestic_abuse-victim": a chapter in an address. */
export const chapterCode = ({ discipline, worksWith }: ChapterKey): string =>
  worksWith === null ? discipline : `${discipline}-${worksWith}`

export function chapterOfCode(code: string): ChapterKey | null {
  const [discipline = '', side] = code.split('-')
  if (!Object.hasOwn(disciplineWords, discipline)) return null
  if (side !== undefined && (!Object.hasOwn(sideWords, side) || discipline !== 'domestic_abuse')) return null
  return { discipline: discipline as Discipline, worksWith: (side as Side | undefined) ?? null } // both just found among the words
}

export const isSameChapter = (one: ChapterKey, other: ChapterKey): boolean =>
  one.discipline === other.discipline && one.worksWith === other.worksWith

/** When the next entry or summary is due: the authority's time from the last, or from the beginning. */
export function chapterDueOn(chapter: ChapterState, settings: ClockSettings): Temporal.PlainDate | null {
  const last = [chapter.since, chapter.lastEntryOn, chapter.lastSummaryOn]
    .filter(on => on !== null)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1)
  return last === undefined ? null : dueAfter('WORKBOOK_SUMMARY', last, settings)
}

/** The last day of the interval of a recurring limit that begins on a day. */
export function dueAfter(
  clock: 'WORKBOOK_SUMMARY' | 'GROUP_SUPERVISION',
  on: Temporal.PlainDate,
  settings: ClockSettings,
) {
  const found = clockVersionOn(clock, on, settings)
  if (!found.ok) return null
  const next = nextDue(found.version, { trigger: on, completed: [] })
  return next.ok && next.due !== null ? next.due.dueOn : null
}

/** Nothing was written in it for longer than the authority allows. */
export function isSilent(chapter: ChapterState, settings: ClockSettings, today: Temporal.PlainDate): boolean {
  const due = chapter.isOpen && chapter.isWhole ? chapterDueOn(chapter, settings) : null
  return due !== null && Temporal.PlainDate.compare(due, today) < 0
}
