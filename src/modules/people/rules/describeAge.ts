import { ageOn, formatDate } from '#ui'
import type { DatePrecision } from './partialDate.ts'

/** What is known of when somebody's life began and ended. */
export type Lifetime = {
  readonly isUnborn: boolean
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfBirthPrecision: DatePrecision
  readonly expectedDeliveryOn: Temporal.PlainDate | null
  readonly diedOn: Temporal.PlainDate | null
}

/**
 * The age in words on a day: "7 years", "about 7 years" when only the year of birth is known, "due 4 May 2026",
 * "died aged 7 years", "age not known".
 */
export function describeAge(life: Lifetime, today: Temporal.PlainDate): string {
  if (life.dateOfBirth === null) {
    if (!life.isUnborn) return 'age not known'
    return life.expectedDeliveryOn ? `due ${formatDate(life.expectedDeliveryOn)}` : 'due date not known'
  }
  const hasDied = life.diedOn !== null && Temporal.PlainDate.compare(life.diedOn, today) <= 0
  const about = life.dateOfBirthPrecision === 'year' ? 'about ' : ''
  const age = `${about}${ageOn(life.dateOfBirth, hasDied && life.diedOn ? life.diedOn : today)}`
  return hasDied ? `died aged ${age}` : age
}

/** Whole years lived on a day, or null when the date of birth is not known. */
export function yearsOld(dateOfBirth: Temporal.PlainDate | null, today: Temporal.PlainDate): number | null {
  if (dateOfBirth === null) return null
  const years = today.year - dateOfBirth.year
  // A birthday of 29 February comes on 1 March of a common year.
  const hadBirthday =
    today.month > dateOfBirth.month || (today.month === dateOfBirth.month && today.day >= dateOfBirth.day)
  return hadBirthday ? years : years - 1
}

/** Whether this is a child (under 18 or unborn) on a day; null when nothing says so. */
export function isChildOn(life: Lifetime, today: Temporal.PlainDate): boolean | null {
  if (life.dateOfBirth === null) return life.isUnborn ? true : null
  return (yearsOld(life.dateOfBirth, today) ?? 0) < 18
}
