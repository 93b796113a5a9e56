import { type Html, html } from '#ui'
import type { InboxDue } from '../../approvals/inboxDue.ts'
import { dueBadge } from '../my-work/dueBadge.ts'

/** What says by when it is to be decided, in words. */
export const dueBecause = (due: InboxDue | undefined): string =>
  due === undefined ? '' : (due.clock?.name ?? 'The day that was asked for')

/** By when something is to be decided, and the time limit that says so, explained where it leads. */
export function dueCell(
  due: InboxDue | undefined,
  { today, now }: { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant },
): Html {
  if (due === undefined) return html`No time limit`
  const { clock } = due
  const because =
    clock === null
      ? dueBecause(due)
      : html`<a class="govuk-link" href="/clocks/${clock.id}">${clock.name}</a>`
  return html`${dueBadge(due, today, now)}<br>${because}`
}
