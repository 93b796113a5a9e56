/** The words that an authority may put in place of ours. */
export const words = [
  'child in care',
  'children in care',
  'placement',
  'family time',
  'family help',
  'family help lead practitioner',
  'short break',
  'conference chair',
  'service leader',
] as const

export type Word = (typeof words)[number]

/** What stands until the authority chooses its own. */
export const usualWords: Readonly<Record<Word, string>> = {
  'child in care': 'child we care for',
  'children in care': 'children we care for',
  placement: 'home',
  'family time': 'family time',
  'family help': 'Family Help',
  'family help lead practitioner': 'Family Help lead practitioner',
  'short break': 'short break',
  'conference chair': 'conference chair',
  'service leader': 'service leader',
}
