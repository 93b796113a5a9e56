import { checkThemeContrast } from '#ui'
import type { SettingKey } from '../../../settings/declaredSettings.ts'
import { usualWords, words } from '../../../settings/words.ts'

/** One field of a setting's form; a setting of one value has one field named 'value'. */
export type SettingField = {
  readonly name: string
  readonly label: string
  readonly usual?: string
  /** Typed in lines, with what each holds. */
  readonly lines?: string
}

const agendaLines = 'One item a line: minutes | what | who leads it'

/** Settings with a form here; clocks have a page of their own. */
export type EditableKey = Exclude<SettingKey, 'clocks'>

/** The fields of each setting's form, in order. */
export const settingFields: Readonly<Record<EditableKey, readonly SettingField[]>> = {
  'caseload.alert': [{ name: 'value', label: 'Children for one full-time worker' }],
  'caseload.rule': [
    { name: 'counts', label: 'What is counted: children or families' },
    { name: 'coWorking', label: 'What a child counts for a co-worker, from 0 to 1' },
    { name: 'agencyCounts', label: 'Agency workers count as capacity: yes or no' },
    { name: 'earlyCareerReduces', label: 'Early-career workers count with their share: yes or no' },
    { name: 'leaveDays', label: 'Days of absence after which nobody is counted as capacity' },
  ],
  'caseload.weights': [
    { name: 'protection', label: 'A child with a child protection plan' },
    { name: 'inNeed', label: 'A child with a child in need plan' },
    { name: 'other', label: 'Any other child' },
    { name: 'need', label: 'More for each need of the child that is not met yet' },
  ],
  'supervision.frequency': [
    {
      name: 'roles',
      label: 'Roles',
      lines: 'One a line, with its own weeks where it has them: team_manager | 6',
    },
    { name: 'early', label: 'Early career', lines: 'One step a line: until week | every so many weeks' },
    { name: 'partTime', label: 'Part-time workers less often, as much as they work less: yes or no' },
  ],
  'supervision.prompts': [{ name: 'prompts', label: 'Prompts', lines: 'One a line' }],
  'supervision.criteria': [{ name: 'criteria', label: 'Criteria', lines: 'One a line' }],
  'supervision.wellbeing': [{ name: 'statements', label: 'Statements', lines: 'One a line, ten at most' }],
  'schools.supervision': [
    { name: 'weeks', label: 'Weeks between sessions of a school' },
    {
      name: 'schools',
      label: 'Schools with weeks of their own',
      lines: 'One a line: name of the school | weeks',
    },
    { name: 'themes', label: 'Themes', lines: 'One a line' },
  ],
  'unseen.weeks': [{ name: 'value', label: 'Weeks' }],
  'oversight.weeks': [{ name: 'value', label: 'Weeks' }],
  'missing.days': [{ name: 'value', label: 'Days' }],
  'protectionInformation.team': [{ name: 'team', label: 'Name of the team (optional)' }],
  'invited.limits': [
    { name: 'hours', label: 'Hours that an invitation stands' },
    { name: 'days', label: 'Days until an account must be renewed' },
  ],
  'papers.days': [{ name: 'value', label: 'Days' }],
  'conference.agencies': [{ name: 'value', label: 'Agencies beside social care' }],
  'conference.agenda': [
    { name: 'initial', label: 'Initial conference', lines: agendaLines },
    { name: 'review', label: 'Review conference', lines: agendaLines },
    { name: 'transfer_in', label: 'Transfer-in conference', lines: agendaLines },
    { name: 'pre_birth', label: 'Pre-birth conference', lines: agendaLines },
  ],
  'dispute.days': [{ name: 'value', label: 'Working days' }],
  'dispute.stages': [
    { name: 'first', label: 'First' },
    { name: 'second', label: 'Then' },
    { name: 'third', label: 'Last' },
  ],
  'harm.kinds': ['own_1', 'own_2', 'own_3', 'own_4'].map((name, at) => ({
    name,
    label: `Kind ${at + 1} of our own (optional)`,
  })),
  'safeguarding.modules': Array.from({ length: 8 }, (_, at) => ({
    name: `module_${at + 1}`,
    label: `Module ${at + 1} (optional)`,
  })),
  'safeguarding.measures': [
    { name: 'drinking', label: 'Drinking (optional)' },
    { name: 'recovery', label: 'Recovery (optional)' },
    { name: 'mental_health', label: 'Mental health (optional)' },
    { name: 'police', label: 'Police call-outs (optional)' },
    { name: 'emergency', label: 'Emergency admissions (optional)' },
    { name: 'own_1', label: 'A measure of our own (optional)' },
    { name: 'own_2', label: 'Another of our own (optional)' },
    { name: 'own_3', label: 'A third of our own (optional)' },
  ],
  'safeguarding.childMeasures': [
    { name: 'attendance', label: 'School attendance (optional)' },
    { name: 'days_in_care', label: 'Days in care (optional)' },
    { name: 'times_missing', label: 'Times missing (optional)' },
    { name: 'child_1', label: 'A measure of children of our own (optional)' },
    { name: 'child_2', label: 'Another of children of our own (optional)' },
    { name: 'child_3', label: 'A third of children of our own (optional)' },
  ],
  'authority.theme': [{ name: 'colour', label: 'Colour, as # and six digits' }],
  'authority.details': [
    { name: 'telephone', label: 'Telephone' },
    { name: 'outOfHoursTelephone', label: 'Telephone out of hours' },
    { name: 'email', label: 'E-mail' },
    { name: 'address', label: 'Address' },
  ],
  'display.words': words.map(name => ({
    name,
    label: `Our word for “${name.replaceAll('_', ' ')}”`,
    usual: usualWords[name],
  })),
}

/** Whether a text is the key of a setting with a form here. */
export const isEditable = (key: string): key is EditableKey => Object.hasOwn(settingFields, key)

/** Of which only what was filled in is kept. */
const filledAlone: ReadonlySet<EditableKey> = new Set<EditableKey>([
  'display.words',
  'harm.kinds',
  'safeguarding.modules',
  'safeguarding.measures',
  'safeguarding.childMeasures',
])

/** The value that a form means: a number, or an object without what was left empty of the words. */
export function settingValue(key: EditableKey, typed: Readonly<Record<string, string>>): unknown {
  const { value = '' } = typed
  if (settingFields[key].some(({ name }) => name === 'value'))
    return value === '' ? Number.NaN : Number(value)
  const filled = Object.entries(typed).filter(([, text]) => !filledAlone.has(key) || text !== '')
  return Object.fromEntries(filled)
}

/** Why a value of the right shape is still refused. */
export function objection(key: EditableKey, typed: Readonly<Record<string, string>>): string | undefined {
  const { colour = '' } = typed
  return key === 'authority.theme' ? checkThemeContrast(colour) : undefined
}

/** A stored value as the texts of its fields. */
export function textsOf(key: EditableKey, stored: unknown): Readonly<Record<string, string>> {
  if (typeof stored !== 'object' || stored === null) return { value: String(stored) }
  const held = new Map(Object.entries(stored))
  return Object.fromEntries(settingFields[key].map(({ name }) => [name, String(held.get(name) ?? '')]))
}
