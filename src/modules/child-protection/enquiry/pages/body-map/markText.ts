import { formatDateTime } from '#ui'
import { markWords, noticedWords, sizeWords } from '../../body-map/markWords.ts'
import { whereWords } from '../../body-map/outlines/index.ts'
import type { Mark } from '../../queries/marksOf.ts'
import { wordsFor } from '../../rules/enquiryWords.ts'

/** Columns of the body map in words, on the page and in print. */
export const markHead = [
  'No.',
  'Where',
  'What it looks like',
  'Seen',
  'The child’s words',
  'Explanation',
  'Recorded',
] as const

/** A mark in words, column by column. */
export function markCells(mark: Mark): readonly string[] {
  const looks = [
    markWords[mark.kind],
    sizeWords(mark),
    mark.shape === null ? '' : `shape: ${mark.shape}`,
    mark.colour === null ? '' : `colour: ${mark.colour}`,
    ...mark.noticed.map(code => wordsFor(noticedWords, code).toLowerCase()),
    mark.isMobile === null
      ? ''
      : mark.isMobile
        ? 'moves about on their own'
        : 'does not move about on their own',
  ]
  return [
    String(mark.number),
    [whereWords(mark.view, mark.region), mark.site].filter(Boolean).join(': '),
    looks.filter(Boolean).join('; '),
    `${formatDateTime(mark.seenAt)}, by ${mark.seenBy}`,
    mark.childWords === null ? 'None recorded' : `“${mark.childWords}”`,
    mark.explanation === null ? 'None given' : `${mark.explanation} (${mark.explainedBy})`,
    `${formatDateTime(mark.recordedAt)}${mark.recordedBy === null ? '' : `, by ${mark.recordedBy}`}`,
  ]
}

/** What a correction says of what it corrects. */
export function correctionWords(mark: Mark): string | null {
  if (mark.correctsId === null) return null
  return `${mark.isWithdrawn ? 'Withdrawn' : 'Corrected'}: ${mark.correctionReason ?? ''}`
}

/** Rows of one number together, each correction below what it corrects. */
export const inOrder = (marks: readonly Mark[]): readonly Mark[] =>
  marks.toSorted(
    (one, other) => one.number - other.number || Temporal.Instant.compare(one.recordedAt, other.recordedAt),
  )
