import type { Uuid } from '#platform/ids'
import type { ChildDecision } from '../rules/checkDecision.ts'
import type { FamilyChoice } from '../rules/familyChoice.ts'
import type { Source } from '../rules/sources.ts'
import type { NewNeeds } from './noteNeeds.ts'

/** A threshold decision, parsed. */
export type DecisionWanted = {
  readonly contactId: Uuid
  /** Of the contact as it was shown. */
  readonly version: number
  readonly children: readonly ChildDecision[]
  /** For every child without reasons of their own. */
  readonly reasons: string
  readonly source: Source | null
  readonly primaryNeed: string | null
  readonly signpostedTo: string | null
  readonly needs: NewNeeds
  /** Of children who stand in several families; null where nobody was asked. */
  readonly families: FamilyChoice | null
  /** Whether a partner who sent it in Kith is answered at once, in the usual words. */
  readonly answers: boolean
  /** Why, for the referrer, in words that name nobody; the usual words when left out. */
  readonly thresholdReason: string | null
}

/** What openReferrals answers for each decision. */
export type Opened = ChildDecision & { readonly referralId: Uuid | null; readonly isReReferral: boolean }
