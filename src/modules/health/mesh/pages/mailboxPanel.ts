import { formatDateTime, type Html, html, nothing, summaryList, tag } from '#ui'
import { mailboxFaults } from '../faults.ts'
import { type Failure, hasLapsed, isSilent, type MailboxStanding, type Step } from '../standing.ts'

const red = (text: string): Html => tag({ text, classes: 'govuk-tag--red' })
const green = tag({ text: 'As it should be', classes: 'govuk-tag--green' })

const stepWords: Readonly<Record<Step, string>> = {
  validate: 'Saying that the mailbox is in use',
  send: 'Sending a file',
  list: 'Asking what waits',
  fetch: 'Fetching a message',
  keep: 'Keeping a message',
  acknowledge: 'Taking a message out of the mailbox',
}

/** When the mailbox was last read, and what went wrong; red once nobody has read it for an hour. */
export function mailboxPanel(standing: MailboxStanding | null, now: Temporal.Instant): Html {
  const heading = html`<h2 class="govuk-heading-m" id="mailbox">The mailbox at the NHS</h2>`
  if (standing === null || standing.endedAt !== null) return html`${heading}${unconnected(standing)}`
  const row = (text: string, value: Html) => ({ key: { text }, value: { html: value } })
  const { polledAt, validatedAt, waiting, failures, failedAt } = standing
  return html`${heading}${summaryList({
    rows: [
      row('Mailbox', html`${standing.mailbox}`),
      row(
        'Last read',
        html`${moment(polledAt)} ${isSilent(standing, now) ? red('Not read for more than an hour') : polledAt === null ? nothing : green}`,
      ),
      row(
        'Last confirmed as in use (once a day)',
        html`${moment(validatedAt)} ${hasLapsed(standing, now) ? red('More than a day ago') : nothing}`,
      ),
      row('Left in the mailbox', html`${waiting ?? 'Not known'}`),
      row(
        'What failed',
        failures.length === 0
          ? html`Nothing at the last turn.`
          : html`${failedAt === null ? nothing : html`${formatDateTime(failedAt)} `}${red('Failed')}<ul class="govuk-list govuk-list--bullet">${different(failures).map(words => html`<li>${words}</li>`)}</ul>`,
      ),
    ],
  })}`
}

const moment = (at: Temporal.Instant | null): string => (at === null ? 'Never' : formatDateTime(at))

function unconnected(standing: MailboxStanding | null): Html {
  const since = standing?.endedAt ?? null
  return html`<p class="govuk-body">No mailbox is connected${since === null ? nothing : html` since ${formatDateTime(since)}`}: files are carried by hand.</p>`
}

const different = (failures: readonly Failure[]): readonly string[] => [
  ...new Set(
    failures.map(
      ({ step, code, detail }) =>
        `${stepWords[step]}: ${mailboxFaults[code]}${detail === null ? '' : ` (${detail})`}`,
    ),
  ),
]
