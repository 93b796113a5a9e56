import type { PeopleTables } from '../tables.ts'

export type TwinLikeness = PeopleTables['twin_likeness']['likeness']

/** Whether children of one birth are identical, in words. */
export const twinWords: Readonly<Record<TwinLikeness, string>> = {
  identical: 'Identical',
  not_identical: 'Not identical',
  not_known: 'Not known whether identical',
}
