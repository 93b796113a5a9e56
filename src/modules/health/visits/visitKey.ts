import { createHash } from 'node:crypto'

/** The longest number of a visit that is kept as it is: an index holds no text without end. */
const LONGEST = 200

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** The sender's number of a visit, as its messages are put together by it. */
export const visitKey = (number: string): string =>
  number.length <= LONGEST ? number : `long number ${hashOf(number)}`

/** Of a visit that the sender gave no number: whose it is and when, hashed, so that the key tells nothing. */
export const withoutNumber = (words: string): string => `without number ${hashOf(words)}`
