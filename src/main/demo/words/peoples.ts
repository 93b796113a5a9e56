import type { CodeOf } from '#reference'

type Ethnicity = CodeOf<'ethnicity'>

/** Whose names: the lists of given and family names are kept by these. */
export type NameStock =
  | 'british'
  | 'irish'
  | 'european'
  | 'southAsian'
  | 'muslim'
  | 'african'
  | 'caribbean'
  | 'eastAsian'
  | 'middleEastern'

/** Of a hundred children in need in an English county, and the stocks that their names come from. */
export const peoples: readonly (readonly [
  people: { readonly code: Ethnicity; readonly stocks: readonly NameStock[] },
  weight: number,
])[] = [
  [{ code: 'WBRI', stocks: ['british'] }, 64],
  [{ code: 'WIRI', stocks: ['irish'] }, 0.6],
  [{ code: 'WIRT', stocks: ['irish'] }, 0.4],
  [{ code: 'WROM', stocks: ['european'] }, 0.7],
  [{ code: 'WOTH', stocks: ['european'] }, 5.3],
  [{ code: 'MWBC', stocks: ['british', 'caribbean'] }, 4],
  [{ code: 'MWBA', stocks: ['british', 'african'] }, 2],
  [{ code: 'MWAS', stocks: ['british', 'southAsian'] }, 2.2],
  [{ code: 'MOTH', stocks: ['british', 'european', 'middleEastern'] }, 2.8],
  [{ code: 'AIND', stocks: ['southAsian'] }, 1.3],
  [{ code: 'APKN', stocks: ['muslim'] }, 2],
  [{ code: 'ABAN', stocks: ['muslim'] }, 1.1],
  [{ code: 'AOTH', stocks: ['southAsian', 'middleEastern'] }, 1.3],
  [{ code: 'BAFR', stocks: ['african'] }, 4.4],
  [{ code: 'BCRB', stocks: ['caribbean'] }, 1.7],
  [{ code: 'BOTH', stocks: ['caribbean', 'african'] }, 1.7],
  [{ code: 'CHNE', stocks: ['eastAsian'] }, 0.4],
  [{ code: 'OOTH', stocks: ['middleEastern', 'eastAsian'] }, 2.6],
  [{ code: 'REFU', stocks: ['british'] }, 0.4],
  [{ code: 'NOBT', stocks: ['british', 'european'] }, 1.1],
]

/** Languages other than English at home, by stock, with how likely an interpreter is needed. */
export const homeLanguages: Readonly<Partial<Record<NameStock, readonly string[]>>> = {
  european: ['Polish', 'Romanian', 'Lithuanian', 'Portuguese', 'Ukrainian'],
  southAsian: ['Gujarati', 'Punjabi', 'Tamil'],
  muslim: ['Urdu', 'Bengali', 'Punjabi'],
  african: ['Yoruba', 'Somali', 'Twi', 'Tigrinya'],
  eastAsian: ['Cantonese', 'Mandarin', 'Vietnamese'],
  middleEastern: ['Arabic', 'Kurdish', 'Farsi', 'Dari'],
}
