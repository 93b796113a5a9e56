import type { Uuid } from '#platform/ids'
import type { ChronologyLine } from '../queries/chronologyOf.ts'

/** A line of a chronology for court, as it is read and printed. */
export type CourtLine = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly on: Temporal.PlainDate
  readonly event: string
  readonly saidBy: string | null
  readonly source: string
  readonly isOtherAgency: boolean
  readonly impact: string | null
  readonly action: string | null
  /** The entry in the record; null where it was written for this document. */
  readonly sourcePath: string | null
  readonly sourceEvent: string | null
  readonly isHidden: boolean
  readonly hiddenReason: string | null
  readonly mergedInto: Uuid | null
  readonly curatedBy: string | null
  readonly curatedAt: Temporal.Instant | null
  readonly version: number
}

/** What a line is as it comes from the record: the event in one text, and who said so. */
export function lineFrom(
  line: ChronologyLine,
): Pick<CourtLine, 'personIds' | 'on' | 'event' | 'source' | 'impact' | 'sourcePath'> {
  const event = [line.title, line.text].filter(Boolean).join('. ')
  return {
    personIds: line.personIds,
    on: line.on,
    event,
    source: line.source,
    impact: line.impact ?? null,
    sourcePath: line.href ?? null,
  }
}

/** A line that is printed, with the words of those merged into it. */
export type PrintedLine = CourtLine & { readonly merged: readonly CourtLine[] }

/** The lines that are printed, oldest first: not the hidden ones, and merged ones under theirs. */
export function printedLines(lines: readonly CourtLine[]): readonly PrintedLine[] {
  const kept = lines.filter(({ isHidden, mergedInto }) => !isHidden && mergedInto === null)
  return kept
    .map(line => ({
      ...line,
      merged: lines.filter(({ mergedInto, isHidden }) => mergedInto === line.id && !isHidden),
    }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
}

/**
 * Names of other people that stand in the lines as recorded: a warning before a document goes to everybody in the case.
 * @param known full names of people of the record who are not the children of the document
 * @returns each name with the lines it is in, by their place in print
 */
export function namesOfOthers(
  lines: readonly PrintedLine[],
  known: readonly string[],
): readonly { readonly name: string; readonly places: readonly number[] }[] {
  const wordsOf = (line: PrintedLine): string =>
    [line, ...line.merged]
      .map(({ event, impact, action, saidBy }) => [event, impact, action, saidBy].join(' '))
      .join(' ')
      .toLowerCase()
  const texts = lines.map(wordsOf)
  return [...new Set(known)]
    .filter(name => name.length > 3)
    .map(name => ({
      name,
      places: texts.flatMap((text, index) => (text.includes(name.toLowerCase()) ? [index + 1] : [])),
    }))
    .filter(({ places }) => places.length > 0)
}
