import type { LongForm } from '#modules/casework'
import type { DraftDifference } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import type { Action } from '../../queries/actionsOf.ts'
import type { ChildToDiscuss } from '../../queries/childrenOf.ts'
import type { Direction, Session } from '../../queries/readSession.ts'

/** Everything that the form of a session shows. */
export type WriteView = {
  readonly session: Session
  readonly children: readonly ChildToDiscuss[]
  readonly directions: readonly Direction[]
  readonly actions: readonly Action[]
  readonly prompts: readonly string[]
  readonly form: LongForm
  /** What the form was opened with: sent back, it tells whether the session changed meanwhile. */
  readonly opened: string
  readonly differences: readonly DraftDifference[] | null
  readonly keys: FormKeys
  readonly now: Temporal.Instant
}

/** How many actions may be set at once. */
export const NEW_ACTIONS = 3
