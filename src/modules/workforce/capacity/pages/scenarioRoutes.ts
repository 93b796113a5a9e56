import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { barChart, button, formatDate, html, nothing } from '#ui'
import { caseloadPages } from '../../caseload/pages/readers.ts'
import { fteText } from '../../caseload/rules/words.ts'
import { cellsTable, linkTo, workforcePage } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { readScenarios } from '../queries/readScenarios.ts'
import { readSplits } from '../queries/readSplits.ts'
import { workOut } from '../rules/scenario.ts'
import { money } from './money.ts'
import { ratioWords, summary, teamTable } from './scenarioTables.ts'
import { splitTable } from './splitTable.ts'

const url = '/workforce/capacity'
const listRoute = route({
  ...caseloadPages,
  url,
  query: z.object(listQuery),
  summary: 'Capacity scenarios, and teams that are to be split',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = (await readScenarios(work)).map(scenario => ({
      scenario,
      result: workOut(scenario.basis, scenario.chosen),
    }))
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'capacity-scenarios.csv',
        header: ['Scenario', 'As at', 'FTE added', 'Leaders added', 'Before', 'After', 'Cost a year'],
        rows: all.map(({ scenario, result }) => [
          scenario.name,
          scenario.basisOn,
          scenario.chosen.workers,
          scenario.chosen.leaders,
          result.before,
          result.after,
          result.cost,
        ]),
        shown: 'nothing',
      }
    const splits = await readSplits(work)
    return workforcePage(work, {
      tab: url,
      title: 'Capacity scenarios',
      content: html`<p class="govuk-body">What more people would do to the number of children for each worker, team by team, and what they cost.</p>
${(await mayKeep(work)) ? button({ text: 'Add a scenario', href: `${url}/new` }) : nothing}
${
  all.length === 0
    ? html`<p class="govuk-body">No scenario has been saved.</p>`
    : cellsTable(
        'Scenarios',
        ['Scenario', 'As at', 'Added', 'Before', 'After', 'Cost a year'],
        onPage(all, asked.page).map(({ scenario, result }) => [
          linkTo(`${url}/${scenario.id}`, scenario.name),
          formatDate(scenario.basisOn),
          `${fteText(scenario.chosen.workers)} FTE, ${scenario.chosen.leaders} leaders`,
          ratioWords(result.before, scenario.basis.limit),
          ratioWords(result.after, scenario.basis.limit),
          money(result.cost),
        ]),
      )
}
${pageLinks(path, asked.page, all.length, 'scenarios')}${csvLink(path)}
<h2 class="govuk-heading-m">Teams to be split</h2>
${(await mayKeep(work)) ? button({ text: 'Plan a split', href: '/workforce/splits/new', classes: 'govuk-button--secondary' }) : nothing}
${splits.length === 0 ? html`<p class="govuk-body">No split is planned.</p>` : splitTable(splits)}`,
    })
  },
})

const scenarioRoute = route({
  ...caseloadPages,
  url: `${url}/:scenarioId`,
  params: z.object({ scenarioId: uuidParam }),
  query: z.object(listQuery),
  summary: 'One capacity scenario: ratios before and after, FTE needed, and money',
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    const [scenario] = await readScenarios(work, params.scenarioId)
    if (scenario === undefined) return notFound
    const result = workOut(scenario.basis, scenario.chosen)
    const { limit } = scenario.basis
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'capacity-scenario.csv',
        header: ['Team', 'Service area', 'Load', 'FTE before', 'FTE added', 'Before', 'After'],
        rows: result.teams.map(row => [
          row.name,
          row.area,
          row.load,
          row.fte,
          row.added,
          row.before,
          row.after,
        ]),
        shown: 'nothing',
      }
    return workforcePage(work, {
      tab: url,
      title: scenario.name,
      back: url,
      content: html`${summary(scenario, result)}
${(await mayKeep(work)) ? html`<p class="govuk-body">${linkTo(`${url}/${scenario.id}/change`, 'Change this scenario')}</p>` : nothing}
<h2 class="govuk-heading-m">Teams</h2>
${barChart({
  id: 'after',
  title: 'For one full-time worker, with what is added',
  description: `${result.overAfter} of ${result.teamsBefore} teams would be over ${limit}; today ${result.overBefore} are.`,
  labelHeading: 'Team',
  valueHeading: 'After',
  bars: result.teams.flatMap(({ name, after }) => (after === null ? [] : [{ label: name, value: after }])),
  limit: { value: limit, label: `limit ${limit}` },
})}
${teamTable(result.teams, limit)}${csvLink(path)}
<p class="govuk-body">The numbers are those of ${formatDate(scenario.basisOn)}, as they were when the scenario was saved. They say how many, not how good: what work is done with more time is seen in ${linkTo('/workforce/caseload/practice', 'practice by caseload')}.</p>`,
    })
  },
})

export const scenarioRoutes: readonly Route[] = [listRoute, scenarioRoute]
