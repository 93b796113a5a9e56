import { formatDate, type Html, html, insetText, nothing } from '#ui'
import type { LatestShare } from '../rules/latestShare.ts'

/** By when a report goes to the family, and what that leaves them. */
export function latestWords(latest: LatestShare | null, today: Temporal.PlainDate): Html {
  if (latest === null) return nothing
  const isPast = Temporal.PlainDate.compare(today, latest.dueOn) > 0
  return insetText({
    html: html`<strong>Share by ${formatDate(latest.dueOn)}</strong>, so that the family has ${latest.days} clear working days before the meeting.${isPast ? ' That day is past: whoever shares now says why, and the chair sees it.' : ''}`,
  })
}
