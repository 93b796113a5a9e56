import { codeLabel } from './codeLabel.ts'
import type { CodeSetName } from './codeSets.ts'
import { isCode } from './isCode.ts'

/** The words for a code that was stored, whatever it is: one that the set does not hold is shown as it stands. */
export function codeWords(set: CodeSetName, code: string): string {
  return isCode(set, code) ? codeLabel(set, code) : `${code} (not a code of this set)`
}
