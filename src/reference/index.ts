/** Law and code sets as dated data: clocks, calendars, census codes and identifiers. Pure; imports nothing. */
export { addWorkingDays } from './calendars/addWorkingDays.ts'
export { type BankHoliday, bankHolidays } from './calendars/bankHolidays.ts'
export {
  type AddedBankHoliday,
  type Calendars,
  englandAndWales,
  type SchoolClosure,
  type SchoolTerm,
  withBankHolidays,
  withSchoolDates,
} from './calendars/calendars.ts'
export { type DayOff, isWorkingDay, nonSchoolDay, nonWorkingDay } from './calendars/isWorkingDay.ts'
export {
  type ClockAnchor,
  type ClockArea,
  type ClockBound,
  type ClockConfidence,
  type ClockForce,
  type ClockSource,
  type ClockStatus,
  type ClockVariant,
  type ClockVersion,
  type Counting,
  clockAreas,
  type Recurrence,
} from './clocks/clockDefinition.ts'
export {
  type ClockDefinition,
  type ClockId,
  clockDefinition,
  clockDefinitions,
  clocksById,
} from './clocks/clockDefinitions.ts'
export {
  type ClockCommencement,
  type ClockSettings,
  type ClockVersionOn,
  clockVersionOn,
  type LocalClockValue,
  shippedClockSettings,
} from './clocks/clockVersionOn.ts'
export { type ClockHistory, type NextDue, nextDue } from './clocks/nextDue.ts'
export {
  type LimitRefusal,
  type LocalValue,
  type TightenedLimit,
  tightenLimit,
} from './clocks/tightenLimit.ts'
export { codeLabel } from './codes/codeLabel.ts'
export type { Code, CodeSet } from './codes/codeSet.ts'
export { type CodeOf, type CodeSetName, codeSets } from './codes/codeSets.ts'
export { codeWords } from './codes/codeWords.ts'
export { codesOf, isCode } from './codes/isCode.ts'
export { type CountedDue, countLimit } from './counting/countLimit.ts'
export { type CountRule, type Limit, type LimitUnit, limitInWords, limitUnits } from './counting/countRule.ts'
export { type Countable, countRuleOf } from './counting/countRuleOf.ts'
export type { CountStep } from './counting/countStep.ts'
export { explainCount } from './counting/explainCount.ts'
export { endOfLondonDay, londonDate } from './counting/london.ts'
export { checkNhsNumber, type NhsNumberCheck } from './identifiers/checkNhsNumber.ts'
export { checkUpn, type UpnCheck } from './identifiers/checkUpn.ts'
export { makeUpn, type UpnParts } from './identifiers/makeUpn.ts'
export { nhsTestNumber, nhsTestNumberCount } from './identifiers/nhsTestNumber.ts'
export { timescalesMarkdown } from './timescales/timescalesMarkdown.ts'
