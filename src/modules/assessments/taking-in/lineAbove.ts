import type { WritingOffer } from '#modules/casework'

/** The one line that stands above words that were taken in: chapter, month or day, the author's job, and of whom they are. */
export function lineAbove(
  { chapter, title, job }: Pick<WritingOffer, 'chapter' | 'title' | 'job'>,
  names: readonly string[],
): string {
  const said = [
    chapter,
    `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`,
    ...(job === null ? [] : [job]),
    ...(names.length === 0 ? [] : [`about ${names.join(', ')}`]),
  ]
  return `From the team’s workbook: ${said.join('; ')}`
}
