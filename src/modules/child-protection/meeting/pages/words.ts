import { formatDateTime, plural } from '#ui'
import type { Agency, Attended, Invitee, InviteeResponse, Standing } from '../rules/invitee.ts'
import type { Meeting, MeetingHow, MeetingKind, MeetingStatus } from '../rules/meeting.ts'
import type { ContributionKind, DecisionCode, ViewChoice } from '../rules/said.ts'

export const kindWords: Readonly<Record<MeetingKind, string>> = {
  strategy: 'Strategy discussion',
  initial: 'Initial child protection conference',
  review: 'Review child protection conference',
  transfer_in: 'Transfer-in child protection conference',
  pre_birth: 'Pre-birth child protection conference',
  core_group: 'Core group',
}

export const statusWords: Readonly<Record<MeetingStatus, string>> = {
  planned: 'Planned',
  in_session: 'In session',
  held: 'Held',
  adjourned: 'Adjourned',
  cancelled: 'Called off',
}

export const howWords: Readonly<Record<MeetingHow, string>> = {
  in_person: 'In person',
  online: 'Online',
  mixed: 'In person and online',
  telephone: 'By telephone',
}

export const agencyWords: Readonly<Record<Agency, string>> = {
  social_care: 'Children’s social care',
  police: 'Police',
  health: 'Health',
  education: 'School, nursery or college',
  probation: 'Probation',
  adult_mental_health: 'Adult mental health',
  substance_misuse: 'Drug and alcohol service',
  domestic_abuse: 'Domestic abuse service',
  housing: 'Housing',
  legal: 'Legal',
  voluntary: 'Voluntary organisation',
  other: 'Another agency',
}

export const standingWords: Readonly<Record<Standing, string>> = {
  mother: 'Mother',
  father: 'Father',
  other_parent: 'Another parent',
  child: 'The child',
  carer: 'Carer',
  relative: 'Relative',
  supporter: 'Supporter',
}

export const responseWords: Readonly<Record<InviteeResponse, string>> = {
  none: 'No answer yet',
  coming: 'Coming',
  apologies: 'Not coming',
  sends_somebody: 'Sends somebody',
}

/** What somebody asked may answer. */
export const answerWords = {
  coming: 'I am coming',
  sends_somebody: 'I send somebody in my place',
  apologies: 'I am not coming',
} as const

export const attendedWords: Readonly<Record<Attended, string>> = {
  in_person: 'There in person',
  online: 'There online',
  telephone: 'By telephone',
  did_not_come: 'Did not come',
}

export const contributionWords: Readonly<Record<ContributionKind, string>> = {
  information: 'What we know',
  worry: 'A worry',
  strength: 'What goes well',
  what_needs_to_happen: 'What needs to happen',
  view: 'Our view',
  summary: 'Summary',
}

export const decisionWords: Readonly<Record<DecisionCode, string>> = {
  start_enquiry: 'Start a section 47 enquiry',
  no_enquiry: 'No section 47 enquiry',
  enquiry_continues: 'The enquiry that is open goes on',
  plan: 'A child protection plan',
  no_plan: 'No child protection plan',
  plan_continues: 'The child protection plan goes on',
  plan_ends: 'The child protection plan ends',
  no_decision: 'No decision',
}

export const viewWords: Readonly<Record<ViewChoice, string>> = {
  start_enquiry: 'Start an enquiry',
  no_enquiry: 'No enquiry',
  plan: 'A plan',
  no_plan: 'No plan',
  plan_continues: 'The plan goes on',
  plan_ends: 'The plan ends',
  no_view: 'No view',
}

/** "Police: Derrin Halloway" or "Mother: Senna Thorn". */
export const inviteeWords = ({
  side,
  agency,
  standing,
  name,
  organisation,
  cameInstead,
}: Invitee): string => {
  const who = cameInstead === null ? name : `${cameInstead} for ${name}`
  if (side === 'family') return `${standing === null ? 'Family' : standingWords[standing]}: ${who}`
  const place = organisation !== null && organisation !== name ? `, ${organisation}` : ''
  return `${agency === null ? 'Professional' : agencyWords[agency]}: ${who}${place}`
}

/** When and where, in one line. */
export const whenWords = ({ plannedAt, minutes, how, place }: Meeting): string =>
  `${formatDateTime(plannedAt)}, for ${plural(minutes, 'minute')}. ${howWords[how]}${place === null ? '' : `, ${place}`}`

/** Agencies in a list for a sentence. */
export const agencyList = (agencies: readonly Agency[]): string =>
  new Intl.ListFormat('en-GB').format(
    agencies.map(one => (one === 'social_care' ? 'social care' : agencyWords[one].toLowerCase())),
  )
