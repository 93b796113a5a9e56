import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Something that a worker has to do, of which another practice module knows. */
export type PracticeItem = {
  readonly id: Uuid
  /** About whom: somebody whom the reader may see. */
  readonly personId: Uuid
  /** In the address of the filter, and what the filter calls all of its kind. */
  readonly code: string
  readonly kindName: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate | null
  /** As what they have it to do: "Mental health practitioner of the team". */
  readonly as: string
  /** Where it is done. */
  readonly way: { readonly text: string; readonly href: string }
}

/** A practice module's part of one's own work: a query whose cost depends on what the worker has, not on the county. */
export type WorkSource = {
  readonly name: string
  items(work: Work, workerId: Uuid): Promise<readonly PracticeItem[]>
}
