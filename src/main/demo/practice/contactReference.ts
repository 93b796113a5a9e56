import type { Teller } from '../teller.ts'

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The number of a contact as a referrer may read it out: no letter that is taken for another. */
export function contactReference({ dice }: Teller): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[dice.int(0, LETTERS.length - 1)]).join('')
  return `KF-${four()}-${four()}`
}
