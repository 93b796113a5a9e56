import { barChart, denseTable, formatDate, type Html, html, nothing } from '#ui'
import type { Sample } from '../../queries/samples.ts'

const oneDecimal = (mean: number): string => (Math.round(mean * 10) / 10).toString()
const meanWords = ({ mean }: Sample): string => (mean === null ? 'None scored' : `${oneDecimal(mean)} of 3`)

/** The last scored sample of each team beside those of others. */
export function sampleChart(all: readonly Sample[]): Html {
  const last = new Map(
    all
      .toReversed()
      .filter(({ mean }) => mean !== null)
      .map(sample => [sample.teamId, sample]),
  )
  if (last.size === 0) return nothing
  const scored = [...last.values()]
  return barChart({
    id: 'audits',
    title: 'Mean score of the last dip sample, by team',
    description: scored.map(sample => `${sample.teamName}: ${meanWords(sample)}`).join('. '),
    labelHeading: 'Team',
    valueHeading: 'Mean, 0 to 3',
    bars: scored.map(({ teamName, mean }) => ({ label: teamName, value: mean ?? 0 })),
  })
}

/** Samples in a list. */
export function sampleTable(rows: readonly Sample[]): Html {
  if (rows.length === 0) return html`<p class="govuk-body">No sample was drawn.</p>`
  return denseTable({
    caption: 'Samples, the latest first',
    captionClasses: 'govuk-table__caption--s',
    head: ['Drawn', 'Team', 'Sessions held', 'Sessions', 'Scored', 'Mean'].map(text => ({ text })),
    rows: rows.map(sample => [
      {
        html: html`<a class="govuk-link" href="/supervision/audits/${sample.id}">${formatDate(sample.drawnOn)}<span class="govuk-visually-hidden">, ${sample.teamName}</span></a>`,
      },
      { text: sample.teamName },
      { text: `${formatDate(sample.fromOn)} to ${formatDate(sample.untilOn)}` },
      { text: `${sample.size} of ${sample.among}` },
      { text: String(sample.done) },
      { text: meanWords(sample) },
    ]),
  })
}
