import type { BoardPanel } from '#modules/casework'
import { type Html, html, plural } from '#ui'
import { dueWords, openWords } from '../pages/board/dueWords.ts'
import { isOverdue, type Supervisee, supervisees } from '../queries/supervisees.ts'

/** On a team's board: whose supervision is overdue, and which sessions lack a half. */
export const supervisionPanel: BoardPanel = {
  name: 'supervision',
  async show(work, teamId) {
    const all = await supervisees(work, [teamId])
    if (all.length === 0) return null
    const overdue = all.filter(row => isOverdue(row, work.today))
    const open = all.filter(row => row.open !== null && !overdue.includes(row))
    return html`<h2 class="govuk-heading-m">Supervision</h2>
    <p class="govuk-body">${overdue.length === 0 ? 'Nobody’s supervision is overdue.' : `Supervision of ${plural(overdue.length, 'worker')} is overdue.`} <a class="govuk-link" href="/supervision">All of those you supervise</a></p>
    ${lines([...overdue, ...open], work.today)}`
  },
}

const lines = (rows: readonly Supervisee[], today: Temporal.PlainDate): Html =>
  rows.length === 0
    ? html``
    : html`<ul class="govuk-list govuk-list--bullet">${rows.map(
        row =>
          html`<li><a class="govuk-link" href="/supervision/workers/${row.workerId}">${row.name}</a>: ${dueWords(row, today)}${row.open === null ? '' : `. ${openWords(row)}`}</li>`,
      )}</ul>`
