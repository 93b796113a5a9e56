import { checkNhsNumber, checkUpn } from '#reference'
import type { PeopleTables } from '../tables.ts'

export type IdentifierKind = PeopleTables['person_identifier']['kind']

export const identifierLabels: Readonly<Record<IdentifierKind, string>> = {
  la_child_id: 'LA child ID',
  nhs_number: 'NHS number',
  upn: 'UPN',
  former_upn: 'Former UPN',
  home_office: 'Home Office reference',
  other: 'Other number',
}

export type IdentifierCheck = {
  /** As it is kept and read: without surrounding spaces, NHS numbers in threes, UPNs in capitals. */
  readonly value: string
  /** Null for numbers that carry no check. */
  readonly passed: boolean | null
  /** What is wrong and what to do; shown beside the number, never a bar to recording it. */
  readonly remark: string | null
}

const nhsRemarks = {
  not_ten_digits: 'An NHS number has 10 digits: check it against a letter from the NHS',
  repeated_digit: 'Ten equal digits are no NHS number: check it against a letter from the NHS',
  check_digit: 'The last digit does not fit the others: check it against a letter from the NHS',
}
const upnRemarks = {
  not_thirteen: 'A UPN has 13 characters: check it with the school',
  shape: 'A UPN is a letter, 11 digits, then a digit or a letter: check it with the school',
}

/** Checks an identifier's own check digit or letter. */
export function checkIdentifier(kind: IdentifierKind, text: string): IdentifierCheck {
  const value = text.trim()
  if (kind === 'nhs_number') {
    const check = checkNhsNumber(value)
    return check.ok
      ? { value: check.formatted, passed: true, remark: null }
      : { value, passed: false, remark: nhsRemarks[check.reason] }
  }
  if (kind !== 'upn' && kind !== 'former_upn') return { value, passed: null, remark: null }
  const check = checkUpn(value)
  if (check.ok) return { value: check.value, passed: true, remark: null }
  const remark =
    check.reason === 'check_letter'
      ? `The first letter should be ${check.expected} for these digits: check it with the school`
      : upnRemarks[check.reason]
  return { value, passed: false, remark }
}
