import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ClockId } from '#reference'

/** One thing that differs from how it stood before: a field of the assessment, an action of a plan. */
export type Change = {
  /** Whom it is about; null when about all of them. */
  readonly personId: Uuid | null
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** Something handed in, as its kind needs it to decide. */
export type HandedIn = {
  readonly id: Uuid
  readonly subjectId: Uuid
  readonly personIds: readonly Uuid[]
  readonly submittedBy: Uuid
  readonly submittedAt: Temporal.Instant
}

/** A kind of thing that managers decide, contributed by the module that owns it. */
export type ApprovalKind = {
  /** As stored in record.approval.kind. What concerns a child in need plan begins with `cin_plan`. */
  readonly kind: string
  /** "Child and family assessment" */
  readonly label: string
  /** Clocks that run until it is authorised: the soonest of its people's says when it is due. Left out: none waits for it. */
  readonly stops?: readonly ClockId[]
  /** The page of the thing itself. */
  path(subjectId: Uuid): string
  /** Ids under which the same thing was handed in before, where each handing in has one of its own. */
  earlier?(work: Work, subjectId: Uuid): Promise<readonly Uuid[]>
  /**
   * What changed since an instant (of the decision before, or null: everything is new).
   * Reads the past rows under the reader's own rights.
   */
  changes(work: Work, handedIn: HandedIn, since: Temporal.Instant | null): Promise<readonly Change[]>
  /**
   * Carries the decision out, inside its transaction: marks an assessment authorised and opens the next step, or gives it back.
   * @returns null, or a sentence that says why it cannot be authorised now and what to do
   */
  decided(
    work: Work,
    handedIn: HandedIn,
    outcome: 'authorised' | 'returned' | 'withdrawn',
  ): Promise<string | null>
}
