import type { Uuid } from '#platform/ids'
import type { NamedRole } from './contactWanted.ts'
import { isReferral, type Outcome, takenFurther } from './contactWords.ts'

/** What is decided for one child of a contact. */
export type ChildDecision = {
  /** Who is named; null for a contact about no child. */
  readonly namedId: Uuid | null
  readonly outcome: Outcome
  /** Of this child alone, instead of those for all. */
  readonly reasons: string | null
}

/** A child of the contact as the decision finds them. */
export type ChildFacts = {
  readonly namedId: Uuid
  readonly role: NamedRole
  readonly personId: Uuid | null
  /** Their open referral, whose work goes on. */
  readonly openReferralId: Uuid | null
}

export type DecisionRefusal =
  | { readonly refusal: 'no_child' }
  /** Its children stand in several families, and nobody said whether they are one. */
  | { readonly refusal: 'families_undecided' }
  /** Somebody who becomes a referral must be in the record first. */
  | { readonly refusal: 'not_matched' | 'undecided' | 'already_open' | 'not_open'; readonly namedId: Uuid }

/** Everything that stands against a decision; nothing when it may be made. */
export function checkDecision(
  decisions: readonly ChildDecision[],
  children: readonly ChildFacts[],
): readonly DecisionRefusal[] {
  if (children.length === 0) {
    const [whole] = decisions
    return whole && !isReferral(whole.outcome) && whole.outcome !== 'passed_to_open_work'
      ? []
      : [{ refusal: 'no_child' }]
  }
  return children.flatMap(child => {
    const decision = decisions.find(({ namedId }) => namedId === child.namedId)
    return decision
      ? againstChild(decision.outcome, child)
      : [{ refusal: 'undecided' as const, namedId: child.namedId }]
  })
}

/** A child with an open referral gets no second episode: what is new goes to the work that is open. */
function againstChild(
  outcome: Outcome,
  { namedId, personId, openReferralId }: ChildFacts,
): readonly DecisionRefusal[] {
  if (outcome === 'advice') return []
  if (personId === null) return [{ refusal: 'not_matched', namedId }]
  if (outcome === 'passed_to_open_work')
    return openReferralId === null ? [{ refusal: 'not_open', namedId }] : []
  if (takenFurther.has(outcome) && openReferralId !== null) return [{ refusal: 'already_open', namedId }]
  return []
}
