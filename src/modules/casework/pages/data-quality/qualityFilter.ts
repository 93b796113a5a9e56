import { withQuery } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { button, details, type Html, html, select, table } from '#ui'
import { type Severity, severities } from '../../registry/qualitySource.ts'
import { countBy, countByChild } from './chosenIssues.ts'
import type { QualityView } from './qualityView.ts'

/** How serious a finding is, in words. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  query: 'Query',
  information: 'For information',
}

type Option = { readonly value: string; readonly text: string }

/** Narrows the findings of one source. Sent by GET, so that it stays in the address. */
export function filterForm({ all, choice, source, workerNames, teamNames }: QualityView): Html {
  const named = (ids: readonly (Uuid | null)[], names: ReadonlyMap<Uuid, string>): readonly Option[] =>
    [...new Set(ids)]
      .flatMap(id => (id === null ? [] : [{ value: id, text: names.get(id) ?? id }]))
      .toSorted(byText)
  const field = (name: string, label: string, items: readonly Option[], value?: string) =>
    select({ name, label: { text: label }, items: [{ value: '', text: 'All' }, ...items], value })
  const rules = [...new Set(all.map(issue => issue.rule))]
    .map(rule => ({ value: rule, text: rule }))
    .toSorted(byText)
  const grades = severities
    .filter(grade => all.some(issue => issue.severity === grade))
    .map(grade => ({ value: grade, text: severityWords[grade] }))
  return html`<form method="get" action="/data-quality"><input type="hidden" name="source" value="${source}">
    ${field('rule', 'Rule', rules, choice.rule)}
    ${field('severity', 'How serious', grades, choice.severity)}
    ${field(
      'team',
      'Team',
      named(
        all.map(one => one.teamId),
        teamNames,
      ),
      choice.team,
    )}
    ${field(
      'worker',
      'Worker',
      named(
        all.map(one => one.workerId),
        workerNames,
      ),
      choice.worker,
    )}
    ${button({ text: 'Apply filters', classes: 'govuk-button--secondary' })}</form>`
}

const byText = (one: Option, other: Option): number => one.text.localeCompare(other.text, 'en-GB')

/** How many findings each team, each worker and each child has, with links that narrow to theirs. */
export function countTables(view: QualityView): Html {
  const { all, workerNames, teamNames } = view
  const named = (names: ReadonlyMap<Uuid, string>) => (id: Uuid | null) =>
    id === null ? 'Nobody' : (names.get(id) ?? id)
  return details({
    summaryText: 'Count by team, by worker and by child',
    html: html`${counted(
      view,
      'Team',
      'team',
      countBy(all, issue => issue.teamId),
      named(teamNames),
    )}
    ${counted(
      view,
      'Worker',
      'worker',
      countBy(all, issue => issue.workerId),
      named(workerNames),
    )}
    ${counted(view, 'Child', 'child', countByChild(all), view.childLabel)}`,
  })
}

function counted(
  { path }: QualityView,
  of: string,
  name: string,
  counts: readonly (readonly [Uuid | null, number])[],
  label: (id: Uuid | null) => string,
): Html {
  const cell = (id: Uuid | null) =>
    id === null
      ? html`${label(id)}`
      : html`<a class="govuk-link" href="${withQuery(path, { [name]: id, page: null })}">${label(id)}</a>`
  return table({
    caption: `By ${of.toLowerCase()}`,
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: of }, { text: 'Findings', format: 'numeric' }],
    rows: counts.map(([id, count]) => [{ html: cell(id) }, { text: String(count), format: 'numeric' }]),
  })
}
