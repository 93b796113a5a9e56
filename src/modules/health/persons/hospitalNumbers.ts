import { isOneOf } from '../hl7/read/readIdentifiers.ts'
import type { SenderProfile } from '../hl7/senderProfile.ts'
import type { ToldIdentifier } from '../hl7/toldPerson.ts'

/** What parts who gave a number from the number: in neither. */
const BETWEEN = '|'
/** An index holds no text without end, and no hospital's number is longer. */
const LONGEST = 100

/**
 * A sender's own numbers of a person, each with who gave it: the same digits of two givers are two people. An NHS number is none of them, nor is
 * the number of a visit or an account.
 */
export function hospitalNumbersOf(
  identifiers: readonly ToldIdentifier[],
  profile: SenderProfile,
): readonly string[] {
  const own = identifiers.filter(
    ({ nhsNumber, type, value, authority }) =>
      nhsNumber === null &&
      (type === '' || isOneOf(profile.hospitalNumberTypes, type)) &&
      value.length + authority.length < LONGEST,
  )
  return [
    ...new Set(own.map(({ authority, value }) => `${plain(authority)}${BETWEEN}${plain(value)}`)),
  ].sort()
}

/** Who gave a number. */
export const giverOf = (number: string): string => number.split(BETWEEN, 1)[0] ?? ''

const plain = (text: string): string => text.replaceAll(BETWEEN, ' ').toUpperCase()
