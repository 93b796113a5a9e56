import type { ClockConfidence, ClockForce, ClockStatus } from '#reference'

/** How surely a time limit is known, for the person who relies on it. */
export const confidenceWords: Readonly<Record<ClockConfidence, string>> = {
  seen_primary: 'Read in the law itself',
  seen_secondary: 'Read in a published account of the law, not in the law itself',
  seen_source_document: 'Read in the practice document that sets it',
  memory: 'Unverified: check the source before you rely on it',
}

export const forceWords: Readonly<Record<ClockForce, string>> = {
  statute: 'Act of Parliament',
  regulation: 'Regulations',
  statutory_guidance: 'Statutory guidance',
  practice_guidance: 'Practice guidance',
  local_norm: 'Local practice',
}

export const statusWords: Readonly<Record<ClockStatus, string>> = {
  in_force: 'In force',
  in_force_under_review: 'In force, under review',
  enacted_not_commenced: 'Enacted; not in force until a day that is appointed',
}

/** Shown beside a due date whose limit has not been checked against its source. */
export const unverifiedMark = 'Unverified limit'
