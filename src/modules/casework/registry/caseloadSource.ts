import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Children who might be given to somebody together. */
export type Offered = { readonly personId: Uuid; readonly family: string | null }

/** What a worker carries, in words: now and, where children are offered, with them. */
export type Carried = {
  readonly words: string
  /** Those who carry least come first. */
  readonly order: number
}

/** A worker of a team's board: the FTE that counts and children for one full-time worker; null: no FTE that counts. */
export type BoardCaseload = { readonly fte: number; readonly perFte: number | null }

/** Caseload by the authority's own rule: the module of the workforce counts, the record shows it. */
export type CaseloadSource = {
  carried(
    work: Work,
    workerIds: readonly Uuid[],
    offered: readonly Offered[],
  ): Promise<ReadonlyMap<Uuid, Carried>>
  onBoard(work: Work, teamId: Uuid): Promise<ReadonlyMap<Uuid, BoardCaseload>>
}
