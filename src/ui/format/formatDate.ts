const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** Writes a date in GOV.UK style: "1 April 2026". By hand: Intl takes a twentieth of a millisecond for each of a page's many. */
export function formatDate({ day, month, year }: Temporal.PlainDate): string {
  return `${day} ${months[month - 1]} ${year}`
}
