import { parseDate } from '../reading/parseDate.ts'
import { parseIdentifier } from '../reading/parseIdentifier.ts'
import { parseGender, parseSex, type Sex } from '../reading/parseSex.ts'
import { parseUpn } from '../reading/parseUpn.ts'
import { type Reading, valueIn } from '../reading/reading.ts'
import type { CensusIdentifiers } from './censusChild.ts'
import { censusCode } from './censusCode.ts'
import type { ElementGroup } from './elementGroup.ts'
import type { Interpretation } from './interpretation.ts'

/** `Sex` took the place of `GenderCurrent` with the census of 2024-25. */
const firstYearOfSex = 2025

/** Reads `ChildIdentifiers`, the id apart from the rest because everything else is told by it. */
export function interpretIdentifiers(
  group: ElementGroup,
  censusYear: number | undefined,
  interpretation: Interpretation,
): { readonly laChildId: Reading<string>; readonly identifiers: CensusIdentifiers } {
  const laChildId = group.one('LAchildID', parseIdentifier)
  const identifiers = {
    upn: group.one('UPN', parseUpn),
    formerUpn: group.one('FormerUPN', parseUpn),
    upnUnknown: group.one('UPNunknown', censusCode('unknownUpn', censusYear)),
    birthOn: group.one('PersonBirthDate', parseDate),
    expectedBirthOn: group.one('ExpectedPersonBirthDate', parseDate),
    sex: interpretSex(group, censusYear, interpretation),
    deathOn: group.one('PersonDeathDate', parseDate),
  }
  return { laChildId, identifiers }
}

function interpretSex(
  group: ElementGroup,
  censusYear: number | undefined,
  interpretation: Interpretation,
): Reading<Sex> {
  const sex = group.one('Sex', parseSex)
  const gender = group.one('GenderCurrent', parseGender)
  const inform = (reading: Reading<Sex>, problem: string) =>
    interpretation.remark({
      element: reading.element,
      line: reading.line,
      raw: reading.raw,
      problem,
      severity: 'information',
    })
  if (censusYear !== undefined) {
    if (sex.status !== 'absent' && censusYear < firstYearOfSex) {
      inform(sex, `Sex is collected from the census of ${firstYearOfSex}; it was read all the same.`)
    }
    if (gender.status !== 'absent' && censusYear >= firstYearOfSex) {
      inform(
        gender,
        `GenderCurrent gave way to Sex in the census of ${firstYearOfSex}; it was read all the same.`,
      )
    }
  }
  return reconcile(sex, gender, interpretation)
}

function reconcile(sex: Reading<Sex>, gender: Reading<Sex>, interpretation: Interpretation): Reading<Sex> {
  const fromSex = valueIn(sex)
  const fromGender = valueIn(gender)
  if (fromSex === undefined) return gender.status === 'absent' ? sex : gender
  if (fromGender === undefined || fromGender === fromSex) return sex
  const problem = `Sex says ${fromSex} and GenderCurrent ${fromGender}; Sex was taken.`
  const { element, line, raw } = sex
  interpretation.remark({ element, line, raw, problem, severity: 'doubted' })
  return { element, line, raw, status: 'doubted', value: fromSex, problem }
}
