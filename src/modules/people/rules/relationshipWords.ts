import type { PeopleTables } from '../tables.ts'

export type RelationshipKind = PeopleTables['relationship']['kind']
export type Sex = 'M' | 'F' | 'U' | null

type Words = { readonly M: string; readonly F: string; readonly U: string }
const same = (word: string): Words => ({ M: word, F: word, U: word })
const words = (U: string, F: string, M: string): Words => ({ U, F, M })

/**
 * Each relationship is kept once, as "person is <kind> of other". `is` says what the person is to the other, `inverse`
 * what the other is to the person; both by the sex of the one who is described.
 */
export const relationshipWords: Readonly<
  Record<RelationshipKind, { readonly is: Words; readonly inverse: Words }>
> = {
  mother: { is: same('mother'), inverse: words('child', 'daughter', 'son') },
  father: { is: same('father'), inverse: words('child', 'daughter', 'son') },
  parent: { is: words('parent', 'mother', 'father'), inverse: words('child', 'daughter', 'son') },
  step_parent: {
    is: words('step-parent', 'stepmother', 'stepfather'),
    inverse: words('stepchild', 'stepdaughter', 'stepson'),
  },
  adoptive_parent: {
    is: words('adoptive parent', 'adoptive mother', 'adoptive father'),
    inverse: words('adopted child', 'adopted daughter', 'adopted son'),
  },
  foster_carer: { is: same('foster carer'), inverse: same('child fostered by') },
  guardian: { is: same('guardian'), inverse: same('child under the guardianship of') },
  carer: { is: same('carer'), inverse: same('cared for by') },
  sibling: { is: words('sibling', 'sister', 'brother'), inverse: words('sibling', 'sister', 'brother') },
  half_sibling: {
    is: words('half-sibling', 'half-sister', 'half-brother'),
    inverse: words('half-sibling', 'half-sister', 'half-brother'),
  },
  step_sibling: {
    is: words('step-sibling', 'stepsister', 'stepbrother'),
    inverse: words('step-sibling', 'stepsister', 'stepbrother'),
  },
  twin: {
    is: words('twin', 'twin sister', 'twin brother'),
    inverse: words('twin', 'twin sister', 'twin brother'),
  },
  grandparent: {
    is: words('grandparent', 'grandmother', 'grandfather'),
    inverse: words('grandchild', 'granddaughter', 'grandson'),
  },
  aunt_or_uncle: {
    is: words('aunt or uncle', 'aunt', 'uncle'),
    inverse: words('niece or nephew', 'niece', 'nephew'),
  },
  partner: { is: same('partner'), inverse: same('partner') },
  spouse: { is: words('spouse', 'wife', 'husband'), inverse: words('spouse', 'wife', 'husband') },
  former_partner: { is: same('former partner'), inverse: same('former partner') },
  other_relative: { is: same('relative'), inverse: same('relative') },
  friend: { is: same('friend'), inverse: same('friend') },
}

/** Kinds by which somebody is a parent, for drawings and parental responsibility. */
export const parentKinds: ReadonlySet<RelationshipKind> = new Set([
  'mother',
  'father',
  'parent',
  'adoptive_parent',
  'foster_carer',
])
/** Kinds by which two people are or were a couple. */
export const coupleKinds: ReadonlySet<RelationshipKind> = new Set(['partner', 'spouse', 'former_partner'])

/**
 * What one person is to the other: "mother", "daughter", "half-brother".
 * @param reads 'as_recorded' when the one described is the row's person, 'inverse' when the row's other
 * @param sex of the one described
 */
export function relationshipWord(kind: RelationshipKind, reads: 'as_recorded' | 'inverse', sex: Sex): string {
  const both = relationshipWords[kind]
  return (reads === 'as_recorded' ? both.is : both.inverse)[sex ?? 'U']
}

/** "Mother of", "Daughter of", "Cared for by": before the name of the other. */
export function relationshipPhrase(
  kind: RelationshipKind,
  reads: 'as_recorded' | 'inverse',
  sex: Sex,
): string {
  const word = relationshipWord(kind, reads, sex)
  const phrase = / (by|of)$/.test(word) ? word : `${word} of`
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}
