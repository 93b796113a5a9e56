import { plural } from '#ui'

/** How old somebody was on a day, in words: months under two years. */
export function ageOn(born: Temporal.PlainDate | null, day: Temporal.PlainDate): string {
  if (born === null || Temporal.PlainDate.compare(born, day) > 0) return 'age not known'
  const { years, months } = born.until(day, { largestUnit: 'years' })
  return years < 2 ? plural(years * 12 + months, 'month', 'months') : plural(years, 'year', 'years')
}
