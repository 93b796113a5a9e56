import type { PlanOutcome } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** One thing that somebody does by a day, for one child or several. */
export type SheetLine = {
  readonly key: string
  readonly what: string
  readonly who: string
  readonly by: Temporal.PlainDate
  readonly childIds: readonly Uuid[]
}

/** What should be different, with what is still to be done for it. */
export type SheetPart = {
  readonly outcome: string
  readonly childIds: readonly Uuid[]
  readonly lines: readonly SheetLine[]
  /** Something was agreed, and all of it is done. */
  readonly isAllDone: boolean
}

const sameWords = (text: string): string =>
  text.trim().replaceAll(/\s+/g, ' ').toLowerCase().replace(/\.$/, '')

/** The plans of several children as one: the same outcome and the same action stand once, for all whose they are. */
export function mergedParts(outcomes: readonly PlanOutcome[]): readonly SheetPart[] {
  const open = outcomes.filter(({ status }) => status === 'open')
  return [...Map.groupBy(open, ({ outcome }) => sameWords(outcome)).values()].map(same => ({
    outcome: same[0]?.outcome ?? '',
    childIds: [...new Set(same.map(({ personId }) => personId))],
    lines: linesOf(same),
    isAllDone:
      same.some(({ actions }) => actions.length > 0) &&
      same.every(({ actions }) => actions.every(({ doneOn }) => doneOn !== null)),
  }))
}

function linesOf(same: readonly PlanOutcome[]): readonly SheetLine[] {
  const actions = same.flatMap(({ personId, actions: its }) =>
    its.filter(({ doneOn }) => doneOn === null).map(action => ({ ...action, personId })),
  )
  const groups = Map.groupBy(
    actions,
    ({ what, ownerName, dueOn }) => `${sameWords(what)}\n${ownerName}\n${dueOn}`,
  )
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            key: first.id,
            what: first.what.trim().replace(/\.$/, ''),
            who: first.ownerName,
            by: first.dueOn,
            childIds: [...new Set([first, ...rest].map(({ personId }) => personId))],
          },
        ],
  )
}

/** What stands where an outcome has no line. */
export const insteadOf = ({ lines, isAllDone }: SheetPart): string =>
  lines.length > 0
    ? ''
    : isAllDone
      ? 'Everything we agreed for this is done.'
      : 'We are still agreeing who does what.'

/** One side of paper in letters of some size: how many lines it takes, and how many letters a line. */
type Side = { readonly size: number; readonly lines: number; readonly letters: number }
const sides: readonly Side[] = [
  { size: 13, lines: 22, letters: 52 },
  { size: 10, lines: 33, letters: 70 },
  { size: 8, lines: 45, letters: 88 },
]

/** Parts that fit one side of paper, the size of their letters, and the lines for which there is no room. */
export type FittedSheet = {
  readonly parts: readonly SheetPart[]
  readonly size: number
  readonly left: readonly SheetLine[]
  /** Outcomes of which nothing stands on the sheet. */
  readonly leftOutcomes: number
}

/** In the largest letters in which all of it fits; in the smallest with what is due last left off. Never more than one side. */
export function fitted(parts: readonly SheetPart[]): FittedSheet {
  const smallest = sides.at(-1) as Side // there are three
  const side = sides.find(one => fits(parts, one)) ?? smallest
  if (fits(parts, side)) return { parts, size: side.size, left: [], leftOutcomes: 0 }
  let kept = parts
  const left: SheetLine[] = []
  const byDay = parts
    .flatMap(part => part.lines)
    .toSorted((one, other) => Temporal.PlainDate.compare(other.by, one.by))
  for (const line of byDay) {
    if (fits(kept, side)) break
    left.push(line)
    kept = kept
      .map(part => ({ ...part, lines: part.lines.filter(({ key }) => key !== line.key) }))
      .filter(
        part =>
          part.lines.length > 0 || !parts.some(one => one.outcome === part.outcome && one.lines.length > 0),
      )
  }
  while (kept.length > 1 && !fits(kept, side)) kept = kept.slice(0, -1)
  return { parts: kept, size: side.size, left, leftOutcomes: parts.length - kept.length }
}

/** Headings take two lines; what is longer than a line takes as many as it needs. */
function fits(parts: readonly SheetPart[], { lines, letters }: Side): boolean {
  const rows = (text: string): number => Math.ceil(text.length / letters)
  const taken = parts.reduce(
    (sum, part) =>
      sum +
      rows(part.outcome) * 1.4 +
      1.2 +
      Math.max(
        1,
        part.lines.reduce(
          (rest, { what, who }) => rest + rows(`${what} ${who}`.padEnd(letters / 2 + 40)) + 0.25,
          0,
        ),
      ),
    0,
  )
  return taken <= lines
}
