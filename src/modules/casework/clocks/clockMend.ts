import type { ClockId } from '#reference'

type Running = { readonly definitionId: string; readonly personId: string; readonly triggerId: string }

/** What to press to satisfy a clock. */
export type ClockMend = { readonly text: string; readonly href: string }

const visit = ({ personId }: Running): ClockMend => ({
  text: 'Record a visit',
  href: `/people/${personId}/visits/new`,
})
const referral = ({ personId, triggerId }: Running): ClockMend => ({
  text: 'Complete the referral',
  href: `/people/${personId}/referrals/${triggerId}`,
})

const enquiry = ({ personId, triggerId }: Running): ClockMend => ({
  text: 'Open the enquiry',
  href: `/people/${personId}/enquiries/${triggerId}`,
})

/** Held within an enquiry or as a meeting of its own: the child's plans lead to either. */
const discussion = ({ personId }: Running): ClockMend => ({
  text: 'Open the strategy discussion',
  href: `/people/${personId}/plans`,
})

/** The form at which each clock is satisfied, or the page that leads to it. */
const mends: Readonly<Partial<Record<ClockId, (clock: Running) => ClockMend>>> = {
  CP_VISIT: visit,
  CIN_VISIT: visit,
  S47_CHILD_SEEN: visit,
  ASSESS_CHILD_SEEN: visit,
  CIN_PLAN: ({ personId }) => ({ text: 'Share the plan', href: `/people/${personId}/plan/plain` }),
  CIN_REVIEW: ({ personId }) => ({ text: 'Record the review', href: `/people/${personId}/plan/review` }),
  ASSESS_45: ({ personId }) => ({
    text: 'Open the assessment',
    href: `/people/${personId}/assessments/current`,
  }),
  ASSESS_CHECKPOINT: ({ personId }) => ({
    text: 'Open the assessment',
    href: `/people/${personId}/assessments/current`,
  }),
  S47_OUTCOME: enquiry,
  ICPC_15: enquiry,
  ICPC_PREBIRTH: enquiry,
  STRAT: discussion,
  STRAT_RECORD: discussion,
  PLO_PREPROC: ({ personId, triggerId }) => ({
    text: 'Decide how pre-proceedings end',
    href: `/people/${personId}/pre-proceedings/${triggerId}/step`,
  }),
  PLO_MIDWAY: ({ personId, triggerId }) => ({
    text: 'Record the mid-way review',
    href: `/people/${personId}/pre-proceedings/${triggerId}/meetings/new`,
  }),
  REF_DECISION: referral,
  REF_FEEDBACK: referral,
}

/** Null where no form satisfies it. */
export const clockMend = (clock: Running): ClockMend | null =>
  mends[clock.definitionId as ClockId]?.(clock) ?? null // an unknown id finds nothing

/** Clocks that a visit satisfies. */
export const isVisitClock = (definitionId: string): boolean => mends[definitionId as ClockId] === visit
