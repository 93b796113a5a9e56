import { type Opening, openingReasons } from '#modules/access'
import { formatDate, type Html, html } from '#ui'
import { dueBadge } from '../my-work/dueBadge.ts'

/** The reason chosen, in words. */
export const reasonWords = (opening: Opening): string =>
  opening.kind === 'reference'
    ? 'By a reference'
    : (openingReasons[opening.reasonCode as keyof typeof openingReasons] ?? opening.reasonCode) // a code of old finds nothing

/** The way in which it was opened, in words. */
export const kindWords: Readonly<Record<Opening['kind'], string>> = {
  break_glass: 'Not part of their work',
  duty: 'On duty out of hours',
  director: 'By a director',
  reference: 'Restricted record, by a reference',
}

/** Whether its review is late. */
export const isLate = (opening: Opening, today: Temporal.PlainDate): boolean =>
  opening.finding === null && Temporal.PlainDate.compare(opening.dueOn, today) < 0

/** When its review is due, as a badge; or that it has been reviewed. */
export function reviewBadge(opening: Opening, today: Temporal.PlainDate, now: Temporal.Instant): Html {
  if (opening.finding !== null) return html`Reviewed`
  return isLate(opening, today)
    ? html`${dueBadge({ dueOn: opening.dueOn }, today, now)} Late`
    : dueBadge({ dueOn: opening.dueOn }, today, now)
}

/** "by the end of 4 May 2026" */
export const dueWords = ({ dueOn }: Opening): string => `by the end of ${formatDate(dueOn)}`
