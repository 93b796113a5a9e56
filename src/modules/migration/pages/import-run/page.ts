import { csvLink, pageLinks } from '#modules/agencies'
import { button, denseTable, formatDate, formatDateTime, type Html, html, nothing, select } from '#ui'
import type { FindingFilter, FindingKinds, KeptFinding } from '../../queries/importFindings.ts'
import type { ImportRun } from '../../queries/importRuns.ts'
import { runTitle, severityWords } from '../runWords.ts'
import { runFigures } from './runFigures.ts'

/** Everything that the page of one run shows. Without findings: for somebody who may see no child. */
export type ImportRunView = {
  readonly run: ImportRun
  readonly findings: {
    readonly shown: readonly KeptFinding[]
    readonly count: number
    readonly kinds: FindingKinds
    readonly filter: FindingFilter
  } | null
  readonly page: number
  readonly path: string
}

/** One run: what it counted, and what it found of the children whom the reader may see. */
export function importRunPage(view: ImportRunView): Html {
  const { run } = view
  const ended = run.finishedAt
    ? `Ended ${formatDateTime(run.finishedAt)}.`
    : 'It has not ended: it runs, or it was cut off. What it stored is whole.'
  return html`<h1 class="govuk-heading-l">${runTitle(run)}</h1>
  <p class="govuk-body">Began ${formatDateTime(run.startedAt)}. ${ended}${run.asAt ? ` Clocks as at ${formatDate(run.asAt)}.` : ''}</p>
  ${runFigures(run)}
  ${view.findings ? findingList(view, view.findings) : nothing}`
}

type Findings = NonNullable<ImportRunView['findings']>

function findingList({ page, path, run }: ImportRunView, { shown, count, kinds, filter }: Findings): Html {
  return html`<h2 class="govuk-heading-m">What it found</h2>
  ${filterForm(run, kinds, filter)}
  ${count === 0 ? html`<p class="govuk-body">Nothing that you may see${filter.severity || filter.rule || filter.element ? html` with this filter. <a class="govuk-link" href="${path.split('?')[0]}">Show everything</a>` : '.'}</p>` : findingTable(shown)}
  ${pageLinks(path, page, count, 'findings')}
  ${count > 0 ? csvLink(path) : nothing}`
}

function filterForm(run: ImportRun, kinds: FindingKinds, filter: FindingFilter): Html {
  const field = (
    name: keyof FindingKinds,
    label: string,
    nameOf: (value: string) => string = value => value,
  ) =>
    select({
      name,
      id: name,
      label: { text: label },
      value: filter[name],
      items: [
        { value: '', text: 'Everything' },
        ...[...kinds[name]]
          .toSorted()
          .map(([value, count]) => ({ value, text: `${nameOf(value)} (${count})` })),
      ],
    })
  const words: Readonly<Record<string, string>> = severityWords
  return html`<form method="get" action="/imports/${run.id}">
    ${field('severity', 'How grave', value => words[value] ?? value)}${field('rule', 'Census rule')}${field('element', 'Element')}
    ${button({ text: 'Filter', classes: 'govuk-button--secondary' })}
  </form>`
}

/** Findings as a table; children by a link, never by name. */
export function findingTable(shown: readonly KeptFinding[]): Html {
  return denseTable({
    caption: 'Findings, in the order of the file',
    head: ['Line', 'Child', 'Element', 'In the file', 'How grave', 'Rule', 'What is wrong'].map(text => ({
      text,
    })),
    rows: shown.map(one => [
      { text: String(one.line ?? '') },
      {
        html: one.personId
          ? html`<a class="govuk-link" href="/people/${one.personId}">Open<span class="govuk-visually-hidden"> the child of line ${one.line}</span></a>`
          : html`The file`,
      },
      { text: one.element },
      { text: one.raw ?? '' },
      { text: severityWords[one.severity] },
      { text: one.rule ?? '' },
      { text: one.problem },
    ]),
  })
}
