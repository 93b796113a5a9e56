import { csvLink, pageLinks } from '#modules/agencies'
import { denseTable, formatDate, type Html, html, nothing, subNavigation, tag } from '#ui'
import type { AnsweredIssue } from '../../queries/qualityIssues.ts'
import { countTables, filterForm, severityWords } from './qualityFilter.ts'
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
  ${view.all.length === 0 ? html`<p class="govuk-body">Nothing is wrong here.</p>` : html`${filterForm(view)}${countTables(view)}${list(view)}`}
  ${pageLinks(path, view.page, count, 'findings')}
  ${count > 0 ? csvLink(path) : nothing}`
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
