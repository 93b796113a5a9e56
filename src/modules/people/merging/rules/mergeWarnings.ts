import type { GivenAndFamily } from './../../rules/displayName.ts'

/** What the warnings are read from: each of the two, and how they are said to be related. */
export type WarnedSide = {
  readonly name: GivenAndFamily | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly isUnborn: boolean
  readonly motherId: string | null
}

export type MergeWarning = { readonly code: 'twins' | 'generations' | 'together'; readonly text: string }

const folded = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, '')
const parents = new Set(['mother', 'father', 'parent', 'adoptive_parent', 'step_parent', 'grandparent'])

/**
 * Signs that these are two people after all: each asks for a typed confirmation.
 * @param related kinds of relationship recorded between the two
 * @param notesOfBoth how many notes are about both of them
 */
export function mergeWarnings(
  one: WarnedSide,
  other: WarnedSide,
  related: readonly string[],
  notesOfBoth: number,
): readonly MergeWarning[] {
  const found: MergeWarning[] = []
  const sameFamily =
    folded(one.name?.family) !== '' && folded(one.name?.family) === folded(other.name?.family)
  const sameGiven = folded(one.name?.given) === folded(other.name?.given)
  const born = one.dateOfBirth
  const bornToo = other.dateOfBirth
  const sameDay = born !== null && bornToo !== null && born.equals(bornToo)
  const ofOneMother =
    one.isUnborn && other.isUnborn && one.motherId !== null && one.motherId === other.motherId
  if ((sameDay && sameFamily && !sameGiven) || related.includes('twin') || ofOneMother)
    found.push({
      code: 'twins',
      text: 'These may be twins: one birth date and one family name, or twins on record. Twins are two people',
    })
  const sameBirthday =
    born !== null && bornToo !== null && born.month === bornToo.month && born.day === bornToo.day
  const generations =
    born !== null && bornToo !== null && Math.abs(born.until(bornToo, { largestUnit: 'years' }).years) >= 12
  if (related.some(kind => parents.has(kind)) || (sameFamily && sameGiven && sameBirthday && generations))
    found.push({
      code: 'generations',
      text: 'These may be a parent and a child with one name or one birthday. Parent and child are two people',
    })
  const isOther = related.some(kind => kind !== 'twin' && !parents.has(kind))
  if (isOther || notesOfBoth > 0)
    found.push({
      code: 'together',
      text: 'The record says that the two are related to each other, or were seen at one visit. One person is not seen twice at one visit',
    })
  return found
}

/** What is typed, in capitals or not, where a warning stands. */
export const confirmationWords = 'ONE PERSON'
export const isConfirmed = (typed: string): boolean =>
  typed.trim().replaceAll(/\s+/g, ' ').toUpperCase() === confirmationWords
