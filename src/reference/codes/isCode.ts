import { type Code, isCurrent } from './codeSet.ts'
import { type CodeOf, type CodeSetName, codeSets } from './codeSets.ts'

/** The entry of a code, or undefined when the set does not hold it. */
export function codeEntry(set: CodeSetName, code: string): Code | undefined {
  const entries: Readonly<Record<string, Code>> = codeSets[set]
  return Object.hasOwn(entries, code) ? entries[code] : undefined
}

/**
 * Whether a text is a code of a set: of any year, or of the census that ends in the year given. Codes are
 * case-sensitive, as the census is.
 */
export function isCode<Name extends CodeSetName>(
  set: Name,
  code: string,
  censusYear?: number,
): code is CodeOf<Name> {
  const entry = codeEntry(set, code)
  return entry !== undefined && (censusYear === undefined || isCurrent(entry, censusYear))
}

/** The codes of a set that may be used in a census year, in the order of the census; all without a year. */
export function codesOf<Name extends CodeSetName>(set: Name, censusYear?: number): readonly CodeOf<Name>[] {
  return Object.entries<Code>(codeSets[set])
    .filter(([, entry]) => censusYear === undefined || isCurrent(entry, censusYear))
    .map(([code]) => code)
    .filter(code => isCode(set, code))
    .sort(byNumber)
}

/** Codes that begin with a number go by it: JavaScript lists keys such as "4" before "1A". Others stay put. */
function byNumber(one: string, other: string): number {
  const [first, second] = [Number.parseInt(one, 10), Number.parseInt(other, 10)]
  if (Number.isNaN(first) || Number.isNaN(second)) return 0
  return first === second ? one.localeCompare(other, 'en-GB') : first - second
}
