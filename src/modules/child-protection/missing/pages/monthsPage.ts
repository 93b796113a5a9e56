import { csvLink } from '#modules/agencies'
import { barChart, denseTable, type Html, html } from '#ui'
import type { MissingMonth } from '../queries/missingList.ts'
import { missingTabs } from './listPage.ts'

/** "March 2026". */
export const monthWords = (month: Temporal.PlainDate): string =>
  month.toLocaleString('en-GB', { month: 'long', year: 'numeric' })

/** The months drawn, and in a table that counts offered, held and held in time apart. */
export function monthsPage(months: readonly MissingMonth[], path: string): Html {
  return html`<h1 class="govuk-heading-l">Missing by month</h1>
${missingTabs('months')}
<p class="govuk-body">Absences of children whose records you read, by the month in which each began. Offered, held and held within 72 hours count the absences that ended.</p>
${barChart({
  id: 'missing-months',
  title: 'Absences by month',
  description: `A bar for each of ${months.length} months with the number of absences that began in it. The table below says the same and more.`,
  labelHeading: 'Month',
  valueHeading: 'Absences',
  bars: months.map(({ month, absences }) => ({ label: monthWords(month), value: absences })),
})}
${denseTable({
  caption: 'Absences and return interviews',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: [
    'Month',
    'Absences',
    'Children',
    'Came back',
    'Interview offered',
    'Interview held',
    'Held within 72 hours',
  ].map(text => ({ text })),
  rows: months.map(one => [
    { text: monthWords(one.month) },
    ...[one.absences, one.children, one.ended, one.offered, one.done, one.doneInTime].map(count => ({
      text: String(count),
    })),
  ]),
})}
${csvLink(path)}`
}
