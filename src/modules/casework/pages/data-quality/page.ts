import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import {
  button,
  denseTable,
  details,
  formatDate,
  type Html,
  html,
  nothing,
  select,
  subNavigation,
  table,
  tag,
} from '#ui'
import type { AnsweredIssue } from '../../queries/qualityIssues.ts'
import { countBy, type IssueChoice, type Severity, severities } from './chosenIssues.ts'

/** Everything that the page of data quality shows. */
export type QualityView = {
  readonly tabs: readonly { readonly name: string; readonly title: string; readonly count: number }[]
  readonly source: string
  /** Every finding of this source, for counts and choices. */
  readonly all: readonly AnsweredIssue[]
  /** What the filter leaves: this page, and how many in all. */
  readonly shown: readonly AnsweredIssue[]
  readonly count: number
  readonly choice: IssueChoice
  /** What to call a child: a name, or for the data-quality officer the authority's number. */
  readonly childLabel: (id: Uuid) => string
  /** Whether the reader may open records. */
  readonly opensRecords: boolean
  readonly workerNames: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly page: number
  readonly path: string
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  query: 'Query',
  information: 'For information',
}

/** What the data lacks, who can mend it and how: all year, not only in June. */
export function qualityPage(view: QualityView): Html {
  const { tabs, source, count, path } = view
  return html`<h1 class="govuk-heading-l">Data quality</h1>
  ${subNavigation({
    label: 'Kinds of findings',
    items: tabs.map(({ name, title, count }) => ({
      text: `${title} (${count})`,
      href: `/data-quality?source=${name}`,
      active: name === source,
    })),
  })}
  ${view.all.length === 0 ? html`<p class="govuk-body">Nothing is wrong here.</p>` : html`${filterForm(view)}${countTables(view)}${list(view)}`}
  ${pageLinks(path, view.page, count, 'findings')}
  ${count > 0 ? csvLink(path) : nothing}`
}

type Option = { readonly value: string; readonly text: string }

function filterForm({ all, choice, source, workerNames, teamNames }: QualityView): Html {
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

function countTables({ all, workerNames, teamNames, path }: QualityView): Html {
  const counted = (
    caption: string,
    name: string,
    keyOf: (issue: AnsweredIssue) => Uuid | null,
    names: ReadonlyMap<Uuid, string>,
  ) =>
    table({
      caption,
      captionClasses: 'govuk-table__caption--s',
      head: [{ text: caption.replace('By ', '') }, { text: 'Findings', format: 'numeric' }],
      rows: countBy(all, keyOf).map(([id, count]) => [
        {
          html:
            id === null
              ? html`Nobody`
              : html`<a class="govuk-link" href="${withQuery(path, { [name]: id })}">${names.get(id) ?? id}</a>`,
        },
        { text: String(count), format: 'numeric' },
      ]),
    })
  return details({
    summaryText: 'Count by team and by worker',
    html: html`${counted('By team', 'team', issue => issue.teamId, teamNames)}
    ${counted('By worker', 'worker', issue => issue.workerId, workerNames)}`,
  })
}

function list(view: QualityView): Html {
  if (view.shown.length === 0) return html`<p class="govuk-body">No finding matches these filters.</p>`
  const row = (issue: AnsweredIssue) => {
    const child = view.childLabel(issue.personId)
    const link = html`<a class="govuk-link" href="${issue.href ?? `/people/${issue.personId}`}">Mend it<span class="govuk-visually-hidden">: ${issue.rule}, ${child}</span></a>`
    return [
      {
        html: view.opensRecords
          ? html`<a class="govuk-link" href="/people/${issue.personId}">${child}</a>`
          : html`${child}`,
      },
      { text: issue.rule },
      { html: html`${issue.problem}${issue.on ? html` (${formatDate(issue.on)})` : nothing}` },
      { html: html`${issue.mend} ${view.opensRecords ? link : nothing}` },
      { text: issue.workerId === null ? 'Nobody' : (view.workerNames.get(issue.workerId) ?? '') },
      { text: issue.teamId === null ? '' : (view.teamNames.get(issue.teamId) ?? '') },
      {
        html: tag({
          text: severityWords[issue.severity],
          classes: issue.severity === 'error' ? 'govuk-tag--red' : 'govuk-tag--grey',
        }),
      },
    ]
  }
  return denseTable({
    caption: 'Findings',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Rule', 'Problem', 'How to mend it', 'Worker', 'Team', 'How serious'].map(text => ({
      text,
    })),
    rows: view.shown.map(row),
  })
}
