import type { PeopleTables } from '../tables.ts'

export type PregnancyEndKind = PeopleTables['pregnancy_end']['kind']

/** How a pregnancy ended, in words. */
export const pregnancyWords: Readonly<Record<PregnancyEndKind, string>> = {
  miscarriage: 'Miscarriage',
  stillbirth: 'Stillbirth',
  abortion: 'Abortion',
}
