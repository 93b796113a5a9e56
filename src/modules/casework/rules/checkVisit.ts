import type { Uuid } from '#platform/ids'
import { longestNarrative, type Visit } from './visit.ts'

/** What the record knows of a child, as far as a visit depends on it. */
export type ChildFacts = {
  readonly isUnborn: boolean
  /** The first day on which the child can have been alive; null where no date of birth is known. */
  readonly bornOn: Temporal.PlainDate | null
}

/** What a visit is checked against. `children` holds those alone about whom the writer may write. */
export type VisitFacts = {
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly happenedOn: Temporal.PlainDate
  readonly children: ReadonlyMap<Uuid, ChildFacts>
}

/** Why a visit cannot be recorded; the page says it at the field. */
export type VisitRefusal =
  | { readonly refusal: 'no_child' }
  | { readonly refusal: 'may_not_write'; readonly personId: Uuid }
  | { readonly refusal: 'in_future' }
  | { readonly refusal: 'before_birth'; readonly personId: Uuid }
  | { readonly refusal: 'seen_unborn'; readonly personId: Uuid }
  | { readonly refusal: 'seen_without_access'; readonly personId: Uuid }
  | { readonly refusal: 'alone_and_not'; readonly personId: Uuid }
  | { readonly refusal: 'empty' }
  | { readonly refusal: 'too_long'; readonly characters: number }
  | { readonly refusal: 'next_visit_past' }
  | { readonly refusal: 'no_reason' }
  | { readonly refusal: 'already_corrected'; readonly by: Uuid }
  | { readonly refusal: 'corrects_nothing' }
  /** Of the record, which the writer of a plan does not write. */
  | { readonly refusal: 'not_for_chronology'; readonly personId: Uuid }

/** @returns every reason against recording this visit; none when it may be recorded */
export function checkVisit(visit: Visit, facts: VisitFacts): readonly VisitRefusal[] {
  const refusals: VisitRefusal[] = []
  if (visit.children.length === 0) refusals.push({ refusal: 'no_child' })
  if (Temporal.Instant.compare(visit.happenedAt, facts.now) > 0) refusals.push({ refusal: 'in_future' })
  for (const child of visit.children) refusals.push(...checkChild(visit, child, facts))
  if (visit.body.trim() === '') refusals.push({ refusal: 'empty' })
  if (visit.body.length > longestNarrative)
    refusals.push({ refusal: 'too_long', characters: visit.body.length })
  if (visit.nextVisitOn !== null && Temporal.PlainDate.compare(visit.nextVisitOn, facts.today) < 0)
    refusals.push({ refusal: 'next_visit_past' })
  if (visit.corrects !== null && visit.corrects.reason.trim() === '') refusals.push({ refusal: 'no_reason' })
  return refusals
}

function checkChild(visit: Visit, child: Visit['children'][number], facts: VisitFacts): VisitRefusal[] {
  const { personId } = child
  const known = facts.children.get(personId)
  if (known === undefined) return [{ refusal: 'may_not_write', personId }]
  const refusals: VisitRefusal[] = []
  const beforeBirth =
    !known.isUnborn && known.bornOn !== null && Temporal.PlainDate.compare(facts.happenedOn, known.bornOn) < 0
  if (beforeBirth) refusals.push({ refusal: 'before_birth', personId })
  if (child.wasSeen && known.isUnborn) refusals.push({ refusal: 'seen_unborn', personId })
  // CR11: only a visit that took place can have shown the child.
  if ((child.wasSeen || child.bedroomSeen) && visit.outcome !== 'held')
    refusals.push({ refusal: 'seen_without_access', personId })
  if (child.wasSeenAlone && child.whyNotAlone !== null) refusals.push({ refusal: 'alone_and_not', personId })
  return refusals
}
