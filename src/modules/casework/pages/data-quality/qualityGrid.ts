import { withQuery } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { barChart, denseTable, type Html, html, plural } from '#ui'
import type { QualityIssue } from '../../queries/qualityIssues.ts'
import { countBy } from './chosenIssues.ts'
import type { QualityView } from './qualityView.ts'

const LONGEST = 34 // letters of a rule beside its bar; the grid has the whole

/** Every rule against every team, most findings first: drawn as bars, and each count a link to its findings. */
export function qualityGrid({ all, teamNames, path }: QualityView): Html {
  const rules = countBy(all, issue => issue.rule)
  const teams = countBy(all, issue => issue.teamId)
  const name = (id: Uuid | null): string =>
    id === null ? 'Held by nobody' : (teamNames.get(id) ?? 'Another team')
  const cell = (rule: string, team: Uuid | null, issues: readonly QualityIssue[]) => {
    const count = issues.filter(issue => issue.teamId === team).length
    if (count === 0 || team === null) return { text: String(count), format: 'numeric' as const }
    const href = withQuery(path, { rule, team, page: null })
    return {
      format: 'numeric' as const,
      html: html`<a class="govuk-link" href="${href}">${count}<span class="govuk-visually-hidden"> of ${rule}, ${name(team)}</span></a>`,
    }
  }
  const short = (rule: string): string => (rule.length > LONGEST ? `${rule.slice(0, LONGEST - 1)}…` : rule)
  return html`${barChart({
    id: 'rules',
    title: 'Findings by rule',
    description: `${plural(all.length, 'finding')} against ${plural(rules.length, 'rule')}.`,
    labelHeading: 'Rule',
    valueHeading: 'Findings',
    bars: rules.map(([rule, value]) => ({ label: short(rule), value })),
  })}
${denseTable({
  caption: 'Rules by team',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: [
    { text: 'Rule' },
    ...teams.map(([team]) => ({ text: name(team), format: 'numeric' as const })),
    { text: 'All', format: 'numeric' as const },
  ],
  rows: rules.map(([rule, count]) => {
    const issues = all.filter(issue => issue.rule === rule)
    return [
      { html: html`<a class="govuk-link" href="${withQuery(path, { rule, page: null })}">${rule}</a>` },
      ...teams.map(([team]) => cell(rule, team, issues)),
      { text: String(count), format: 'numeric' as const },
    ]
  }),
})}`
}
