import { type ClockFact, clockChain, type DerivedClock, type Episode } from '#modules/casework'
import type { ClockSettings } from '#reference'
import type { Assessment } from '../queries/assessmentsOf.ts'

/**
 * The clocks of an episode's assessments. The first runs 45 working days from the referral, not from its own start; a
 * later one on the same open episode from the decision to assess, which is its start (Working Together 2023 chapter 3).
 */
export function assessmentClocks(
  episode: Episode,
  assessments: readonly Assessment[],
  visits: readonly ClockFact[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const [first, ...later] = assessments
  return [
    ...(owesAssessment(episode, first)
      ? completion(episode, { id: episode.id, on: episode.receivedOn, kind: 'referral' }, first, settings)
      : []),
    ...later.flatMap(assessment =>
      completion(
        episode,
        { id: assessment.id, on: assessment.startedOn, kind: 'assessment' },
        assessment,
        settings,
      ),
    ),
    ...assessments.flatMap(assessment => childSeen(assessment, visits, settings)),
  ]
}

/** A referral that went no further owes none; one still to be decided does not owe it yet. */
function owesAssessment(episode: Episode, first: Assessment | undefined): boolean {
  return first !== undefined || episode.isNoFurtherAction === false
}

function completion(
  episode: Episode,
  trigger: ClockFact & { readonly kind: string },
  assessment: Assessment | undefined,
  settings: ClockSettings,
): readonly DerivedClock[] {
  const authorised = assessment?.authorisedOn
  return clockChain(
    {
      personId: episode.personId,
      clock: 'ASSESS_45',
      triggerKind: trigger.kind,
      trigger: { id: trigger.id, on: trigger.on },
      events: assessment && authorised ? [{ id: assessment.id, on: authorised }] : [],
      endedOn: episode.closedOn,
      endedBecause: 'The episode was closed',
    },
    settings,
  )
}

/** Local: the child is seen within five working days. Asked only while the assessment is being written. */
function childSeen(
  assessment: Assessment,
  visits: readonly ClockFact[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const seen = visits
    .filter(visit => Temporal.PlainDate.compare(visit.on, assessment.startedOn) >= 0)
    .slice(0, 1)
  if (assessment.authorisedOn !== null && seen.length === 0) return []
  return clockChain(
    {
      personId: assessment.personId,
      clock: 'ASSESS_CHILD_SEEN',
      triggerKind: 'assessment',
      trigger: { id: assessment.id, on: assessment.startedOn },
      events: seen,
    },
    settings,
  )
}
