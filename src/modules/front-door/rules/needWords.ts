import type { CaseworkTables } from '#modules/casework'

type NeedKind = CaseworkTables['need']['kind']

/** Needs as forms and reports name them. */
export const needWords: Readonly<Record<NeedKind, string>> = {
  domestic_abuse: 'Domestic abuse',
  mental_health: 'Mental health',
  substance_misuse: 'Alcohol or drugs',
  neglect: 'Neglect',
  parenting: 'Parenting',
  exploitation: 'Exploitation or harm outside the home',
  housing: 'Housing',
  money: 'Money',
  school: 'School',
  health: 'Health',
  disability: 'Disability',
  learning: 'Learning',
  young_carer: 'Young carer',
  immigration: 'Immigration',
  other: 'Something else',
}

export const needKinds = Object.keys(needWords) as readonly NeedKind[] // its keys are the kinds
