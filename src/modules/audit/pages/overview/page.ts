import {
  denseTable,
  formatDate,
  formatDateTime,
  type Html,
  html,
  plural,
  summaryList,
  tag,
  warningText,
} from '#ui'
import type { DayCount } from '../../queries/auditByDay.ts'
import type { SealStanding } from '../../queries/sealStanding.ts'
import { actionWords, plainWords } from '../words.ts'

/** Everything that the overview shows. */
export type OverviewView = {
  readonly standing: SealStanding
  readonly days: readonly DayCount[]
  readonly days30: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  /** The page before and after this one, as addresses. */
  readonly older: string
  readonly newer: string | null
  readonly csv: string
}

/** The audit as a whole: how its seal stands and how much each day held. Nobody's name. */
export function overviewPage(view: OverviewView): Html {
  const { standing, days, days30 } = view
  const rows = days.map(({ day, action, class: userClass, entries }) => [
    { text: formatDate(day) },
    { text: actionWords(action) },
    { text: plainWords(userClass) },
    { text: entries.toLocaleString('en-GB'), format: 'numeric' },
  ])
  return html`<h1 class="govuk-heading-l">Audit</h1>
${standing.verified?.ok === false ? warningText({ text: 'The last verification found entries that are not as they were sealed. Keep the witness file and the backups safe, and tell your information governance lead today.', iconFallbackText: 'Warning' }) : ''}
${summaryList({ rows: standingRows(standing) })}
<h2 class="govuk-heading-m">${formatDate(days30.first)} to ${formatDate(days30.last)}</h2>
${
  days.length === 0
    ? html`<p class="govuk-body">Nothing was done on these days.</p>`
    : denseTable({
        caption: 'Entries by day, kind of act and role',
        captionClasses: 'govuk-visually-hidden',
        head: [
          { text: 'Day' },
          { text: 'What was done' },
          { text: 'Role in Kith' },
          { text: 'Entries', format: 'numeric' },
        ],
        rows,
      })
}
<p class="govuk-body"><a class="govuk-link" href="${view.older}">The 30 days before</a>${view.newer === null ? '' : html` <a class="govuk-link" href="${view.newer}">The 30 days after</a>`}</p>
<p class="govuk-body"><a class="govuk-link" href="${view.csv}">Download these days (CSV)</a></p>`
}

function standingRows(standing: SealStanding) {
  const { sealed, sealedAt, root, unsealed, oldestUnsealed, verified, verifiedAt } = standing
  const waiting =
    oldestUnsealed === null
      ? 'None'
      : `${plural(unsealed, 'entry', 'entries')}, the oldest since ${formatDateTime(oldestUnsealed)}`
  const row = (text: string, value: { text: string } | { html: Html }) => ({ key: { text }, value })
  return [
    row('Sealed entries', { text: sealed.toLocaleString('en-GB') }),
    row('Last seal', { text: sealedAt === null ? 'None yet' : formatDateTime(sealedAt) }),
    row('Root of the last seal', { text: root?.toString('hex') ?? 'None yet' }),
    row('Waiting for the next seal', { text: waiting }),
    row('Last verification', {
      html:
        verified === null || verifiedAt === null
          ? html`Never. Run <code>kith verify audit</code>.`
          : html`${verified.ok ? tag({ text: 'As sealed', classes: 'govuk-tag--green' }) : tag({ text: plural(verified.findings, 'finding'), classes: 'govuk-tag--red' })} ${formatDateTime(verifiedAt)}, ${plural(verified.sealed, 'entry', 'entries')}`,
    }),
  ]
}
