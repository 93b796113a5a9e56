import type { Team } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Html, html, nothing, plural } from '#ui'
import { countInbox } from '../../approvals/inboxItems.ts'

/** How many things wait for the reader's decision; nobody who directs no team is counted for. */
export const waitingToDecide = async (work: Work, led: readonly Team[]): Promise<number> =>
  led.length === 0
    ? 0
    : countInbox(
        work,
        { show: 'waiting' },
        led.map(({ id }) => id),
      )

/** What waits for a manager's decision, as one line that leads there. */
export const decideLine = (waiting: number): Html =>
  waiting === 0
    ? nothing
    : html`<p class="govuk-body"><a class="govuk-link" href="/approvals">${plural(waiting, 'thing waits', 'things wait')} for your decision</a></p>`
