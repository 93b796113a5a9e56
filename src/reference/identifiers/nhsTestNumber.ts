import { nhsCheckDigit } from './checkNhsNumber.ts'

/** How many different test numbers there are. The last few are left out: 999 999 9999 reads as a filler. */
export const nhsTestNumberCount = 899_991

/** Of any ten ninth digits, at least nine leave a number that may exist, so nine can be relied on. */
const perPrefix = 9

/**
 * The nth NHS number of the 999 range, which is kept for testing and never issued: valid, and different for
 * every n. In: a whole number from 0 to 899,990. Throws a RangeError for any other.
 */
export function nhsTestNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= nhsTestNumberCount) {
    throw new RangeError(`Test NHS numbers are counted from 0 to ${nhsTestNumberCount - 1}, not ${n}.`)
  }
  const prefix = `999${String(Math.floor(n / perPrefix)).padStart(5, '0')}`
  const usable = Array.from({ length: 10 }, (_, digit) => `${prefix}${digit}`).flatMap(nine => {
    const check = nhsCheckDigit(nine)
    return check === null ? [] : [`${nine}${check}`]
  })
  const chosen = usable[n % perPrefix]
  if (chosen === undefined)
    throw new Error(`No test NHS number was found for ${n}. The check digit rule is wrong.`)
  return chosen
}
