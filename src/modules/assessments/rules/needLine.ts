import { formatDate } from '#ui'
import { type Discipline, disciplineWords, type NeedKind, needWords } from './needWords.ts'

/** One need in a line. */
export function needLine(need: {
  readonly kind: NeedKind
  readonly description: string | null
  readonly notedOn: Temporal.PlainDate
  readonly discipline: Discipline
  readonly metOn: Temporal.PlainDate | null
}): string {
  const what = need.description ? `${needWords[need.kind]}: ${need.description}` : needWords[need.kind]
  const met = need.metOn ? `; met on ${formatDate(need.metOn)}` : ''
  return `${what} (first noted ${formatDate(need.notedOn)}, ${disciplineWords[need.discipline].toLowerCase()}${met})`
}
