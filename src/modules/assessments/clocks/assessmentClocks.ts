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
  const [first, ...later] = assessments.filter(({ stoppedOn }) => stoppedOn === null)
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
    ...assessments.flatMap(assessment => checkpoints(episode, assessment, settings)),
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
  const completed = assessment && completedOn(assessment)
  return clockChain(
    {
      personId: episode.personId,
      clock: 'ASSESS_45',
      triggerKind: trigger.kind,
      trigger: { id: trigger.id, on: trigger.on },
      events: assessment && completed ? [{ id: assessment.id, on: completed }] : [],
      endedOn: episode.closedOn,
      endedBecause: 'The episode was closed',
    },
    settings,
  )
}

/**
 * The day on which it was both authorised and shared with the family, whichever came later; null until then. One that came from
 * elsewhere counts from its authorisation: the census asks for no other date (N00160).
 */
export function completedOn({ authorisedOn, shared, jointId }: Assessment): Temporal.PlainDate | null {
  if (authorisedOn === null || jointId === null) return authorisedOn
  if (shared === null) return null
  return Temporal.PlainDate.compare(shared.on, authorisedOn) > 0 ? shared.on : authorisedOn
}

/** Local: a manager looks at it on planned working days until it is authorised or stopped. */
function checkpoints(
  episode: Episode,
  assessment: Assessment,
  settings: ClockSettings,
): readonly DerivedClock[] {
  if (assessment.jointId === null) return [] // written elsewhere: nobody could record one here
  const ended = assessment.authorisedOn ?? assessment.stoppedOn ?? episode.closedOn
  return clockChain(
    {
      personId: assessment.personId,
      clock: 'ASSESS_CHECKPOINT',
      triggerKind: 'assessment',
      trigger: { id: assessment.id, on: assessment.startedOn },
      events: assessment.checkpoints,
      endedOn: ended,
      endedBecause: assessment.authorisedOn ? 'The assessment was authorised' : 'The assessment ended',
    },
    settings,
  )
}

/**
 * Local: the child is seen within five working days; for one who is not born, the parents are. Asked only while the assessment
 * is being written.
 */
function childSeen(
  assessment: Assessment,
  visits: readonly ClockFact[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  const seen = (assessment.parentVisits ?? visits)
    .filter(visit => Temporal.PlainDate.compare(visit.on, assessment.startedOn) >= 0)
    .slice(0, 1)
  if ((assessment.authorisedOn !== null || assessment.stoppedOn !== null) && seen.length === 0) return []
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
