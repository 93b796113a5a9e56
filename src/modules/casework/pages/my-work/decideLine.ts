import { rolesOf, type Team } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Html, html, nothing, plural } from '#ui'
import { countInbox } from '../../approvals/inboxItems.ts'
import { lettersNotSent } from '../../letters/lettersNotSent.ts'

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

/** How many letters wait to be sent by the reader as business support of a team; nobody else is counted for. */
export const lettersToSend = async (work: Work): Promise<number> =>
  (await rolesOf(work, work.actor.id)).has('business_support')
    ? (await lettersNotSent(work, 'ready')).length
    : 0

export const lettersLine = (ready: number): Html =>
  ready === 0
    ? nothing
    : html`<p class="govuk-body"><a class="govuk-link" href="/letters">${plural(ready, 'letter')} ready to send</a></p>`
