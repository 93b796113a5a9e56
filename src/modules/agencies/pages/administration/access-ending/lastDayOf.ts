import { londonDate } from '#reference'
import { formatDate } from '#ui'

/** The last day on which access that ends at an instant serves. */
export const lastDayOf = (expiresAt: Temporal.Instant): string =>
  formatDate(londonDate(expiresAt.subtract({ seconds: 1 })))
