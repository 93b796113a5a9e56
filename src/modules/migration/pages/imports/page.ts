import { csvLink, pageLinks } from '#modules/agencies'
import { barChart, denseTable, formatDateTime, type Html, html, nothing } from '#ui'
import type { ImportRun } from '../../queries/importRuns.ts'
import { allocationCounts, censusCounts, fateBars } from '../runCounts.ts'
import { runTitle } from '../runWords.ts'

/** Runs of imports, the latest first, with what the latest census run did drawn. */
export function importsPage(view: {
  readonly runs: readonly ImportRun[]
  readonly count: number
  readonly page: number
  readonly path: string
}): Html {
  const { runs, count, page, path } = view
  return html`<h1 class="govuk-heading-l">Imports</h1>
  ${count === 0 ? html`<p class="govuk-body">Nothing has been imported yet.</p>` : html`${latest(runs)}${list(runs)}`}
  ${pageLinks(path, page, count, 'imports')}
  ${count > 0 ? csvLink(path) : nothing}`
}

function latest(runs: readonly ImportRun[]): Html {
  const run = runs.find(({ counts }) => censusCounts(counts) !== null)
  const counts = run && censusCounts(run.counts)
  if (!run || !counts) return nothing
  return barChart({
    id: 'latest-import',
    title: `What became of the values: ${runTitle(run)}`,
    description: `${counts.total.read} elements were read, ${counts.total.stored} stored and ${counts.total.refused} refused.`,
    labelHeading: 'What became of them',
    valueHeading: 'Elements',
    bars: fateBars(counts.total),
  })
}

/** The figures of a run as one row; blank where the kind of import has none. */
export function runFigures({ counts }: ImportRun): readonly (number | '')[] {
  const census = censusCounts(counts)
  if (census) {
    const { read, new: added, changed, unchanged, refused } = census.children
    return [read, added, changed, unchanged, refused]
  }
  const lines = allocationCounts(counts)
  return lines ? [lines.read, lines.allocated, '', lines.alreadyHeld, lines.refused] : ['', '', '', '', '']
}

function list(runs: readonly ImportRun[]): Html {
  const numeric = (text: string) => ({ text, format: 'numeric' })
  return denseTable({
    caption: 'Imports, the latest first',
    head: [
      { text: 'Import' },
      { text: 'Began' },
      { text: 'Ended' },
      ...['Children or lines read', 'New', 'Changed', 'Already held', 'Refused'].map(numeric),
    ],
    rows: runs.map(run => [
      { html: html`<a class="govuk-link" href="/imports/${run.id}">${runTitle(run)}</a>` },
      { text: formatDateTime(run.startedAt) },
      { text: run.finishedAt ? formatDateTime(run.finishedAt) : 'Not ended' },
      ...runFigures(run).map(figure => numeric(String(figure))),
    ]),
  })
}
