import type { FrontDoorTables } from '../tables.ts'
import type { Channel, NamedRole } from './contactWanted.ts'

export type Outcome = FrontDoorTables['contact_decision']['outcome']
export type Rag = 'red' | 'amber' | 'green'
export type FeedbackChannel = FrontDoorTables['contact_feedback']['channel']

/** How a contact came in, in words. */
export const channelWords: Readonly<Record<Channel, string>> = {
  telephone: 'Telephone',
  email: 'Email',
  letter: 'Letter',
  in_person: 'In person',
  out_of_hours: 'Out of hours',
  partner_form: 'Partner’s form',
  public_form: 'Public form',
}
/** Those that a worker writes down for somebody else. */
export const writtenChannels = ['telephone', 'email', 'letter', 'in_person', 'out_of_hours'] as const

export const roleWords: Readonly<Record<NamedRole, string>> = {
  child: 'Child',
  unborn_child: 'Unborn child',
  adult: 'Adult',
}

export const rags = ['red', 'amber', 'green'] as const
export const ragWords: Readonly<Record<Rag, string>> = { red: 'Red', amber: 'Amber', green: 'Green' }
export const ragColours: Readonly<Record<Rag, string>> = {
  red: 'govuk-tag--red',
  amber: 'govuk-tag--yellow',
  green: 'govuk-tag--green',
}

export const outcomes = [
  'strategy_discussion',
  'assessment',
  'passed_to_open_work',
  'early_help',
  'advice',
  'no_further_action',
] as const satisfies readonly Outcome[]

/** Threshold decisions as the form, the queue and the chronology say them. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  strategy_discussion: 'Strategy discussion',
  assessment: 'Child and family assessment',
  passed_to_open_work: 'Passed to the work that is open',
  early_help: 'Early help',
  advice: 'Information or advice: a contact, not a referral',
  no_further_action: 'No further action, with signposting',
}

/** Outcomes after which children’s social care works with the child. */
export const takenFurther: ReadonlySet<Outcome> = new Set(['strategy_discussion', 'assessment'])
/** Outcomes that make a referral of the census: everything but plain information, and what belongs to an open one. */
export const isReferral = (outcome: Outcome): boolean =>
  outcome !== 'advice' && outcome !== 'passed_to_open_work'

export const feedbackChannels = ['in_kith', 'telephone', 'email', 'letter', 'not_possible'] as const
export const feedbackChannelWords: Readonly<Record<FeedbackChannel, string>> = {
  in_kith: 'In Kith',
  telephone: 'By telephone',
  email: 'By email',
  letter: 'By letter',
  not_possible: 'Not possible: anonymous, or no way to reach them',
}
