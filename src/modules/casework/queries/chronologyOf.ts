import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { registries } from '../registry/registries.ts'
import type { TimelineEntry } from '../registry/timelineSource.ts'
import { caseworkTimeline } from './caseworkTimeline.ts'

/** One line of a chronology, for everyone whom it concerns. */
export type ChronologyLine = Omit<TimelineEntry, 'personId'> & { readonly personIds: readonly Uuid[] }

/** What a chronology is narrowed to. */
export type ChronologyFilter = {
  /** Everything, not the significant entries alone. */
  readonly isFull: boolean
  readonly year?: number | undefined
  readonly source?: string | undefined
}

export type Chronology = {
  /** Newest first. */
  readonly lines: readonly ChronologyLine[]
  /** What there is to filter by, before the filter. */
  readonly years: readonly number[]
  readonly sources: readonly string[]
}

/**
 * The chronology of these people: every module's entries, merged where one event concerns several of them. Entries on
 * the same day stand in the order of their times; one without a time stands first of its day.
 */
export async function chronologyOf(
  work: Work,
  personIds: readonly Uuid[],
  filter: ChronologyFilter,
): Promise<Chronology> {
  const entries: TimelineEntry[] = []
  for (const source of [caseworkTimeline, ...registries.timelineSources])
    entries.push(...(await source.entries(work, personIds)))
  const level = filter.isFull ? entries : entries.filter(entry => entry.isSignificant)
  const shown = level.filter(
    entry =>
      (filter.year === undefined || entry.on.year === filter.year) &&
      (filter.source === undefined || entry.source === filter.source),
  )
  return {
    lines: merge(shown, personIds).toSorted(newestFirst),
    years: [...new Set(level.map(entry => entry.on.year))].toSorted((one, other) => other - one),
    sources: [...new Set(level.map(entry => entry.source))].toSorted(),
  }
}

function merge(entries: readonly TimelineEntry[], order: readonly Uuid[]): ChronologyLine[] {
  const groups = Map.groupBy(entries, entry =>
    JSON.stringify([entry.on, entry.at, entry.title, entry.text, entry.source, entry.impact, entry.href]),
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const { personId: _, ...line } = first
    const concerned = new Set(group.map(entry => entry.personId))
    return [{ ...line, personIds: order.filter(id => concerned.has(id)) }]
  })
}

function newestFirst(one: ChronologyLine, other: ChronologyLine): number {
  const byDay = Temporal.PlainDate.compare(other.on, one.on)
  if (byDay !== 0) return byDay
  return (other.at?.epochMilliseconds ?? 0) - (one.at?.epochMilliseconds ?? 0)
}
