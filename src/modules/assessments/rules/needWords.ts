/** Kinds of need in words, by the code of record.need. */
export const needWords = {
  domestic_abuse: 'Domestic abuse',
  mental_health: 'Mental health',
  substance_misuse: 'Alcohol or drugs',
  parenting: 'Parenting',
  neglect: 'Neglect',
  housing: 'Housing',
  money: 'Money',
  learning: 'Learning',
  disability: 'Disability',
  health: 'Health',
  school: 'School',
  exploitation: 'Exploitation',
  young_carer: 'Young carer',
  immigration: 'Immigration',
  other: 'Other',
} as const

/** Disciplines that notice needs, in words. */
export const disciplineWords = {
  social_work: 'Social work',
  family_help: 'Family Help',
  health_visiting: 'Health visiting',
  school_nursing: 'School nursing',
  school: 'School or nursery',
  police: 'Police',
  mental_health: 'Mental health',
  substance_misuse: 'Substance misuse',
  domestic_abuse: 'Domestic abuse',
  probation: 'Probation',
  housing: 'Housing',
  family: 'The family',
  other: 'Other',
} as const

export type NeedKind = keyof typeof needWords
export type Discipline = keyof typeof disciplineWords
export const needKinds = Object.keys(needWords) as readonly NeedKind[] // its own keys
export const disciplines = Object.keys(disciplineWords) as readonly Discipline[] // its own keys
