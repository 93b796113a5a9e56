import type { CodeOf, CodeSetName } from './codeSets.ts'
import { codeEntry } from './isCode.ts'

/**
 * The words for a code: those of a census year when one is given, otherwise the newest. Throws a RangeError
 * for a code that the set does not hold; ask `isCode` first of text from outside.
 */
export function codeLabel<Name extends CodeSetName>(
  set: Name,
  code: CodeOf<Name>,
  censusYear?: number,
): string {
  const entry = codeEntry(set, code)
  if (!entry) throw new RangeError(`The code set ${set} has no code ${code}. Check the text with isCode().`)
  const former = censusYear === undefined ? undefined : entry.formerLabels?.find(({ to }) => censusYear <= to)
  return former?.label ?? entry.label
}
