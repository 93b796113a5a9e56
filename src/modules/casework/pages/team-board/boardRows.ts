import type { Post } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import type { WorkerLoad } from '../../queries/teamBoard.ts'
import type { BoardCaseload } from '../../registry/caseloadSource.ts'

/** A worker of the team with the work they hold for it. */
export type BoardRow = {
  readonly workerId: Uuid
  readonly name: string
  /** Full-time equivalent of the case-holding posts they hold in the team; 0 for none. */
  readonly fte: number
  readonly led: number
  readonly held: number
  /** Children led for one full-time worker; null without a case-holding post. */
  readonly perFte: number | null
  readonly dueThisWeek: number
  readonly overdue: number
}

/**
 * One row for each worker who holds a case-holding post in the team or a child for it, by name. Posts that hold no
 * cases count for nothing.
 */
export function boardRows(
  posts: readonly Post[],
  loads: readonly WorkerLoad[],
  names: ReadonlyMap<Uuid, string>,
): readonly BoardRow[] {
  const holding = posts.filter(post => post.holdsCases)
  const ids = new Set([...holding.map(post => post.workerId), ...loads.map(load => load.workerId)])
  return [...ids]
    .map(workerId => {
      const fte = holding.filter(post => post.workerId === workerId).reduce((sum, post) => sum + post.fte, 0)
      const load = loads.find(one => one.workerId === workerId)
      const { led = 0, held = 0, dueThisWeek = 0, overdue = 0 } = load ?? {}
      const name = names.get(workerId) ?? 'Somebody not in the directory'
      return { workerId, name, fte, led, held, perFte: fte > 0 ? led / fte : null, dueThisWeek, overdue }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** The same rows with FTE and ratio as the authority's rule counts them, where a module counts by it. */
export function byRule(
  rows: readonly BoardRow[],
  counted: ReadonlyMap<Uuid, BoardCaseload> | undefined,
): readonly BoardRow[] {
  if (counted === undefined) return rows
  return rows.map(row => ({ ...row, ...(counted.get(row.workerId) ?? { fte: 0, perFte: null }) }))
}

/** Children led, and full-time equivalents, of the whole team; the ratio is null without a case-holding post. */
export function boardTotals(rows: readonly BoardRow[]): { led: number; fte: number; perFte: number | null } {
  const led = rows.reduce((sum, row) => sum + row.led, 0)
  const fte = rows.reduce((sum, row) => sum + row.fte, 0)
  return { led, fte, perFte: fte > 0 ? led / fte : null }
}
