import type { Answer, MeetingKind, OfferWay, Step } from './preProceedings.ts'

type Words<T extends string> = Readonly<Record<T, string>>

export const meetingWords: Words<MeetingKind> = {
  initial: 'First meeting',
  midway: 'Mid-way review',
  review: 'Review meeting',
}

export const offerWays: Words<OfferWay> = {
  in_letter: 'In the letter before proceedings',
  letter_apart: 'In a letter of its own',
  in_person: 'In person',
  telephone: 'By telephone',
}

export const answerWords: Words<Answer> = {
  accepted: 'Accepted',
  refused: 'Refused',
  no_answer: 'No answer',
}

export const stepWords: Words<Step> = {
  step_down: 'Step down: no application now',
  issue: 'Issue: apply to the court',
}

/** Code set CS131 of the census. The department has published its letters, and no words for them in what Kith holds. */
export const outcomeCodes = ['A', 'B', 'C'] as const

/** How ways of offering are chosen by hand: what stands in the letter is offered by sending it. */
export const waysApart = {
  letter_apart: offerWays.letter_apart,
  in_person: offerWays.in_person,
  telephone: offerWays.telephone,
}
