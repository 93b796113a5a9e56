import type { FactValue } from './fact.ts'

type Guard = (value: FactValue) => string | undefined

const outside =
  (first: number, last: number): Guard =>
  value => {
    const year = Number(String(value).slice(0, 4))
    return year >= first && year <= last
      ? undefined
      : `The year ${year} cannot be right: years from ${first} to ${last} are taken. Correct it in the system it comes from.`
  }

/** Days of work with a child: those whose working days can be counted. */
export const isPracticeDay: Guard = outside(1996, 2090)

/** Days of a life. */
export const isLifeDay: Guard = outside(1900, 2090)

/** Days that end something: not before it began, when that is known. */
export const notBefore =
  (first: FactValue | undefined, what: string): Guard =>
  value => {
    const refusal = isPracticeDay(value)
    if (refusal !== undefined || typeof first !== 'string' || String(value) >= first) return refusal
    return `${value} is before ${what} (${first}). Correct whichever is wrong in the system it comes from.`
  }
