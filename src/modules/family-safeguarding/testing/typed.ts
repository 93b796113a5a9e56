/** A day as a form sends it. */
export const dayParts = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
})

/** A moment as a form sends it. */
export const momentOf = (name: string, at: Temporal.Instant) => {
  const local = at.toZonedDateTimeISO('Europe/London')
  return {
    ...dayParts(name, local.toPlainDate()),
    [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

/** A while ago, and never before today began: what was offered today is not met yesterday, also just after midnight. */
export function earlierToday(ago: Temporal.DurationLike): Temporal.Instant {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London')
  const then = now.subtract(ago)
  return (then.toPlainDate().equals(now.toPlainDate()) ? then : now.startOfDay()).toInstant()
}

/** The words of a page without its elements. */
export const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
