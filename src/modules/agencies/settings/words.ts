/** The words that an authority may put in place of ours. */
export const words = [
  'child_in_care',
  'children_in_care',
  'placement',
  'family_time',
  'family_help',
  'family_help_lead_practitioner',
  'short_break',
  'conference_chair',
  'service_leader',
] as const

export type Word = (typeof words)[number]

/** What stands until the authority chooses its own. */
export const usualWords: Readonly<Record<Word, string>> = {
  child_in_care: 'child we care for',
  children_in_care: 'children we care for',
  placement: 'home',
  family_time: 'family time',
  family_help: 'Family Help',
  family_help_lead_practitioner: 'Family Help lead practitioner',
  short_break: 'short break',
  conference_chair: 'conference chair',
  service_leader: 'service leader',
}
