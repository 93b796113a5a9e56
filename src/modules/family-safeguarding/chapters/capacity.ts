import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { formatDate } from '#ui'
import type { ModuleStep } from '../modules/progress.ts'
import type { Strand } from '../rules/strand.ts'
import { changeTalkWords, type Session } from '../sessions/session.ts'

type Mark = { readonly on: Temporal.PlainDate; readonly mark: number }

/** What was written of a parent's capacity to change: counted, and never judged by a program. */
export type Capacity = {
  readonly personId: Uuid
  /** The first mark that they gave and the last, with how many there are. */
  readonly readiness: { readonly first: Mark; readonly last: Mark; readonly count: number } | null
  /** How often each kind of change talk was noted, in the order from wish to first steps. */
  readonly talk: readonly (readonly [kind: string, count: number])[]
  readonly finished: readonly ModuleStep[]
  readonly begun: readonly ModuleStep[]
}

/** A session's marks are of the person whose strand it is, whoever else was there. */
export function capacityOf(
  personId: Uuid,
  {
    strands,
    sessions,
    steps,
  }: {
    readonly strands: readonly Strand[]
    readonly sessions: readonly Session[]
    /** The last step of each person and module. */
    readonly steps: readonly ModuleStep[]
  },
): Capacity {
  const own = new Set(strands.filter(strand => strand.personId === personId).map(({ id }) => id))
  const theirs = sessions.filter(({ strandId }) => own.has(strandId))
  const marks = theirs
    .flatMap(({ at, readiness }) => (readiness === null ? [] : [{ at, mark: readiness }]))
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map(({ at, mark }): Mark => ({ on: londonDate(at), mark }))
  const [first] = marks
  const last = marks.at(-1)
  const said = theirs.flatMap(({ changeTalk }) => changeTalk)
  const stepsOf = (state: ModuleStep['state']) =>
    steps.filter(step => step.personId === personId && step.state === state)
  return {
    personId,
    readiness: first === undefined || last === undefined ? null : { first, last, count: marks.length },
    talk: Object.keys(changeTalkWords).flatMap(kind => {
      const count = said.filter(one => one === kind).length
      return count === 0 ? [] : [[kind, count] as const]
    }),
    finished: stepsOf('finished'),
    begun: stepsOf('begun'),
  }
}

export const isAnyWritten = ({ readiness, talk, finished, begun }: Capacity): boolean =>
  readiness !== null || talk.length + finished.length + begun.length > 0

/** Each in a line; what nobody wrote is said to be missing. */
export function capacityLines(
  { readiness, talk, finished, begun }: Capacity,
  names: Readonly<Record<string, string>>,
): readonly string[] {
  const counted = talk.map(
    ([kind, count]) => `${(changeTalkWords[kind] ?? kind).toLowerCase()} ${times(count)}`,
  )
  const listed = (steps: readonly ModuleStep[]): string =>
    steps
      .map(({ module, onDay }) => `${names[`${module}`] ?? `Module ${module}`} (${formatDate(onDay)})`)
      .join(', ')
  return [
    readiness === null ? 'No mark of readiness to change is written.' : readinessLine(readiness),
    counted.length === 0
      ? 'No change talk is written.'
      : `Change talk that practitioners noted: ${counted.join(', ')}.`,
    finished.length === 0 ? 'No module is finished.' : `Modules finished: ${listed(finished)}.`,
    ...(begun.length === 0 ? [] : [`Modules begun: ${listed(begun)}.`]),
  ]
}

function readinessLine({ first, last, count }: NonNullable<Capacity['readiness']>): string {
  const said = ({ on, mark }: Mark): string => `${mark} of 10 on ${formatDate(on)}`
  return count === 1
    ? `Readiness to change, by their own mark: ${said(first)}.`
    : `Readiness to change, by their own marks: first ${said(first)}, last ${said(last)}, ${count} marks in all.`
}

const times = (count: number): string => ['never', 'once', 'twice'][count] ?? `${count} times`
