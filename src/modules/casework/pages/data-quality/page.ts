import { csvLink, pageLinks } from '#modules/agencies'
import { denseTable, formatDate, type Html, html, nothing, subNavigation, tag } from '#ui'
import type { AnsweredIssue } from '../../queries/qualityIssues.ts'
import { countTables, filterForm, severityWords } from './qualityFilter.ts'
import { qualityGrid } from './qualityGrid.ts'
import type { QualityView } from './qualityView.ts'

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
  ${view.all.length === 0 ? html`<p class="govuk-body">Nothing is wrong here.</p>` : html`${qualityGrid(view)}${filterForm(view)}${countTables(view)}${list(view)}`}
  ${pageLinks(path, view.page, count, 'findings')}
  ${count > 0 ? csvLink(path) : nothing}`
}

/** The lead worker; where nobody leads, the team in whose queue the child waits. */
function whoMends(issue: AnsweredIssue, { workerNames, teamNames }: QualityView): string {
  if (issue.workerId !== null) return workerNames.get(issue.workerId) ?? ''
  return issue.teamId === null
    ? 'Nobody holds the child'
    : `The queue of ${teamNames.get(issue.teamId) ?? 'the team'}`
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
      { text: whoMends(issue, view) },
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
    head: ['Child', 'Rule', 'Problem', 'How to mend it', 'Who has it to do', 'Team', 'How serious'].map(
      text => ({
        text,
      }),
    ),
    rows: view.shown.map(row),
  })
}
