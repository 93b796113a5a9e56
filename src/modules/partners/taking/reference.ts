import { randomInt } from 'node:crypto'

/** Without letters and digits that are mistaken for one another on the telephone. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The reference of a notice, such as KN-7Q3M-9T2X: it tells nothing. */
export function makeReference(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)])
  return `KN-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
export const referenceShape = /^KN-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/
