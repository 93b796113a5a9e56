const longDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** Writes a date in GOV.UK style: "1 April 2026". */
export function formatDate(date: Temporal.PlainDate): string {
  return longDate.format(date)
}
