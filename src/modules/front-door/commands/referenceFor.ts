import { createHash } from 'node:crypto'
import type { Uuid } from '#platform/ids'

/** Without letters and digits that are mistaken for one another on the telephone. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The reference of a contact, such as KF-7Q3M-9T2X: forty bits that tell nothing. It follows from the random key of the form
 * that was sent, so that a form sent twice is answered with one reference.
 * @param attempt counts up when another contact has that reference already
 */
export function referenceFor(submission: Uuid, attempt = 0): string {
  const bytes = createHash('sha256').update(`contact ${attempt} ${submission}`).digest()
  const letters = [...bytes.subarray(0, 8)].map(byte => LETTERS[byte % LETTERS.length])
  return `KF-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
