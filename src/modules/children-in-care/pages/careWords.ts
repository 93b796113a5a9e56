/** What a period is, for whoever records one. */
export const openPeriodText =
  'A child is looked after who is in care under an order, or has been accommodated for more than 24 hours (Children Act 1989 section 22). While a child is, and for a year after, emergency departments and other services of the NHS see it, with how to reach the council: never why.'
