import type { PersonSummary } from '#modules/people'
import type { Draft } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FieldErrors } from '#ui'
import type { Presented } from '../../approvals/changesSince.ts'
import type { InboxDue } from '../../approvals/inboxDue.ts'
import type { Approval } from '../../approvals/readApprovals.ts'
import type { Fields } from '../frame/fields.ts'

/** Everything that the page of one approval shows. */
export type ApprovalView = {
  readonly approval: Approval
  readonly label: string
  /** Page of the thing itself; null when its module is not installed. */
  readonly href: string | null
  readonly presented: Presented
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly names: ReadonlyMap<Uuid, string>
  readonly teamName: string
  readonly due: InboxDue | undefined
  /** What the reader may do now. */
  readonly may: 'decide' | 'withdraw' | 'read'
  readonly fields: Fields
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly draft: Draft | null
  /** A draft begun earlier, offered. */
  readonly offered: Draft | null
  /** Why what was sent had no effect: the thing was edited, or decided, after the page was shown. */
  readonly conflict: 'edited' | 'decided' | null
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** The draft of a decision: one for each approval and person who decides. */
export const decisionDraft = (approvalId: Uuid) => ({ form: 'decision', recordKey: approvalId })
