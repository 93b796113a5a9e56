import { csvLink, pageLinks } from '#modules/agencies'
import { denseTable, type Html, html, nothing, subNavigation, tag } from '#ui'
import type { QualityIssue } from '../../queries/qualityIssues.ts'
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

/** The lead worker, or the manager; where nobody leads, the team in whose queue the child waits. */
function whoMends(issue: QualityIssue, { workerNames, teamNames }: QualityView): string {
  const team = issue.teamId === null ? null : (teamNames.get(issue.teamId) ?? 'the team')
  if (issue.isManagers && team !== null) return `The manager of ${team}`
  if (issue.workerId !== null) return workerNames.get(issue.workerId) ?? ''
  return team === null ? 'Nobody holds the child' : `The queue of ${team}`
}

/** What a manager alone can mend opens for managers alone; the data-quality officer opens no record. */
function opensMend(issue: QualityIssue, { opensRecords, ledTeamIds }: QualityView): boolean {
  return opensRecords && (!issue.isManagers || (issue.teamId !== null && ledTeamIds.has(issue.teamId)))
}

function list(view: QualityView): Html {
  if (view.shown.length === 0) return html`<p class="govuk-body">No finding matches these filters.</p>`
  return denseTable({
    caption: 'Findings',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Rule', 'Problem', 'How to mend it', 'Who has it to do', 'Team', 'How serious'].map(
      text => ({
        text,
      }),
    ),
    rows: view.shown.map(issue => row(view, issue)),
  })
}

function row(view: QualityView, issue: QualityIssue) {
  const child = view.childLabel(issue.personId)
  const link = html`<a class="govuk-link" href="${issue.href}">Mend it<span class="govuk-visually-hidden">: ${issue.rule}, ${child}</span></a>`
  return [
    {
      html:
        view.opensRecords && issue.personId !== null
          ? html`<a class="govuk-link" href="/people/${issue.personId}">${child}</a>`
          : html`${child}`,
    },
    {
      html: html`${issue.rule}<br><span class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">${issue.basis}</span>`,
    },
    { text: issue.problem },
    { html: html`${issue.mend} ${opensMend(issue, view) ? link : nothing}` },
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
