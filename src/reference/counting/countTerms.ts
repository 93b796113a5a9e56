import type { Calendars, SchoolTerm } from '../calendars/calendars.ts'
import type { CountRule } from './countRule.ts'
import type { CountedDay } from './countStep.ts'

/**
 * The known terms that a count may use, in order. When the start is included, the term it falls in counts;
 * otherwise only terms that begin after it. Empty when no term dates are known so far ahead.
 */
export function termsFrom(
  { dayZero }: Pick<CountRule, 'dayZero'>,
  start: Temporal.PlainDate,
  { schoolTerms }: Calendars,
): readonly SchoolTerm[] {
  const counts = ({ from, to }: SchoolTerm): boolean =>
    dayZero === 'included'
      ? Temporal.PlainDate.compare(to, start) >= 0
      : Temporal.PlainDate.compare(from, start) > 0
  return (schoolTerms ?? [])
    .filter(counts)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))
}

/** Counts school terms: due on the last day of the Nth. Throws an Error when its dates are not known. */
export function countTerms(rule: CountRule, start: Temporal.PlainDate, calendars: Calendars): CountedDay {
  const term = termsFrom(rule, start, calendars)[rule.value - 1]
  if (!term) {
    throw new Error(
      `No school term is known that ends ${rule.value} on from ${start}. Add term dates with withSchoolDates().`,
    )
  }
  return {
    on: term.to,
    steps: [
      { kind: 'starts', on: start, counts: rule.dayZero === 'included' },
      { kind: 'term', on: term.to, name: term.name },
    ],
  }
}
