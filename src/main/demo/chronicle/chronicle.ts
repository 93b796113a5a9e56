import type { Change, Fact, ToldTable } from './tables.ts'

/** A row with the moments between which the record held it; `recordedTo` is null while it does. */
export type ToldRow = {
  readonly values: Readonly<Record<string, unknown>>
  readonly recordedFrom: Temporal.Instant
  readonly recordedTo: Temporal.Instant | null
}

/** What has been told and is not yet written. */
export type Chronicle = {
  /** Nothing recorded at or after this moment has happened yet: it is left out. */
  readonly now: Temporal.Instant
  /**
   * Tells a fact as it was first recorded, then what it became. Each version is kept: the last in the record, the
   * others in its history.
   * @returns whether it has happened: false when the fact lies ahead and was left out
   */
  tell<Table extends ToldTable>(
    table: Table,
    at: Temporal.Instant,
    fact: Fact<Table>,
    ...changes: readonly Change<Table>[]
  ): boolean
  /** Rows waiting to be written. */
  size(): number
  /** Gives the waiting rows away and begins anew. */
  take(): ReadonlyMap<ToldTable, readonly ToldRow[]>
}

const byMoment = (one: { at: Temporal.Instant }, other: { at: Temporal.Instant }) =>
  Temporal.Instant.compare(one.at, other.at)

/** @param now midnight before the demo's today */
export function openChronicle(now: Temporal.Instant): Chronicle {
  let rows = new Map<ToldTable, ToldRow[]>()
  let count = 0
  const keep = (table: ToldTable, row: ToldRow) => {
    const list = rows.get(table)
    if (list) list.push(row)
    else rows.set(table, [row])
    count += 1
  }
  return {
    now,
    tell(table, at, fact, ...changes) {
      if (Temporal.Instant.compare(at, now) >= 0) return false
      const later = changes
        .map(([moment, change]) => ({ at: moment, change }))
        .filter(({ at: moment }) => Temporal.Instant.compare(moment, now) < 0)
        .toSorted(byMoment)
      let values: Record<string, unknown> = fact
      let from = at
      for (const { at: moment, change } of later) {
        const to = Temporal.Instant.compare(moment, from) > 0 ? moment : from.add({ microseconds: 1 })
        keep(table, { values, recordedFrom: from, recordedTo: to })
        values = { ...values, ...change }
        from = to
      }
      keep(table, { values, recordedFrom: from, recordedTo: null })
      return true
    },
    size: () => count,
    take() {
      const taken = rows
      rows = new Map()
      count = 0
      return taken
    },
  }
}
