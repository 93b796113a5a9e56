import type { Sight } from '#modules/access'
import type { CaseworkTables } from '../../tables.ts'

export const alertWords: Readonly<Record<CaseworkTables['alert']['kind'], string>> = {
  protection_plan: 'Child protection plan',
  danger_to_workers: 'Risk to workers',
  do_not_disclose_address: 'Do not disclose address',
  allergy: 'Allergy',
  medical: 'Medical',
  legal_order: 'Legal order',
  missing: 'Missing',
  exploitation: 'Exploitation',
  dog: 'Dog in the home',
  two_workers: 'Visit in twos',
  other: 'Alert',
}

export const alertKinds = Object.keys(alertWords) as readonly CaseworkTables['alert']['kind'][] // its own keys

const roleWords: Readonly<Record<string, string>> = {
  lead_social_worker: 'Lead social worker',
  co_worker: 'Co-worker',
  lead_practitioner: 'Lead practitioner',
  conference_chair: 'Conference chair',
  queue: 'Waiting in the team’s queue',
  designated_safeguarding_lead: 'Designated safeguarding lead',
}

/** A role as it is said: "health_visitor" is "Health visitor". */
export function roleWord(role: string): string {
  const words = role.replaceAll('_', ' ')
  return roleWords[role] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

/** Why the reader sees a record, after "You see this because". */
export const sightWords: Readonly<Record<Sight['reason'], string>> = {
  named_list: 'you are on the named list of this restricted record',
  allocation: 'the case is allocated to you',
  team: 'the case is with your team',
  area: 'the case is with your service area',
  duty_queue: 'it waits in your team’s duty queue',
  sibling: 'you work with a child of this family',
  family: 'you work with a child of this family',
  strand: 'you work with this family in its Family Safeguarding team',
  involvement: 'you are recorded as involved',
  created: 'you added this person in the last 7 days',
  opened_with_reason: 'you opened it with a reason',
  contact: 'a contact about them waits for a decision at your front door',
  transfer: 'your team has been asked to take the case over',
  meeting: 'you are asked to a meeting about this family',
  roaming: 'your role reaches the whole authority',
}
