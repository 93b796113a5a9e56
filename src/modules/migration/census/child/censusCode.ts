import { type CodeSetName, isCode } from '#reference'
import { parseCode } from '../reading/parseCode.ts'
import type { Parse } from '../reading/reading.ts'

/** The code sets that stand inside a child. */
export type CensusCodeSet = CodeSetName | 'preProceedingsOutcome'

/** The validation rule that a code outside its set breaks. */
const ruleOfSet: Readonly<Partial<Record<CensusCodeSet, string>>> = {
  ethnicity: '4220',
  disability: '8540',
  referralSource: '8866',
  primaryNeed: '8650',
  closureReason: '8640',
  preProceedingsOutcome: '9011',
}

/** Outcomes of pre-proceedings (code set CS131 of the 2026-27 specification), whose labels are not published. */
const preProceedingsOutcomes = ['A', 'B', 'C']

/** The parser for codes of a set in the census of a year; with no year, a code of any year will do. */
export function censusCode(set: CensusCodeSet, censusYear: number | undefined): Parse<string> {
  const rule = ruleOfSet[set]
  const isKnown = (code: string, year?: number) =>
    set === 'preProceedingsOutcome' ? preProceedingsOutcomes.includes(code) : isCode(set, code, year)
  return raw =>
    parseCode(raw, rule === undefined ? { isCode: isKnown } : { isCode: isKnown, rule }, censusYear)
}
