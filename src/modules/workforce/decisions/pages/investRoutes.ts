import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { button, formatDate, html, nothing, warningText } from '#ui'
import { money } from '../../capacity/pages/money.ts'
import { caseloadPages } from '../../caseload/pages/readers.ts'
import { ratioText } from '../../caseload/rules/words.ts'
import { cellsTable, linkTo, workforcePage } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { type CasePeriod, type InvestCase, readCases, readPeriods, readSafety } from '../queries/readCases.ts'
import { weeksToBreakEven } from '../rules/invest.ts'
import { kindWords } from './investForms.ts'
import { kindsOf, periodTable, safetyTable, summary } from './investTables.ts'
import { moneyFigure } from './moneyFigure.ts'

const list = '/workforce/invest-to-save'

const listRoute = route({
  ...caseloadPages,
  url: list,
  query: z.object(listQuery),
  summary: 'Invest-to-save cases',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await readCases(work)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'invest-to-save.csv',
        header: ['Case', 'Begins', 'Investment', 'Places', 'Cost a week', 'Source of the cost'],
        rows: all.map(one => [
          one.title,
          one.startsOn,
          one.investment,
          one.avoids,
          one.weekCost,
          one.costSource,
        ]),
        shown: 'nothing',
      }
    return workforcePage(work, {
      tab: '/workforce/decisions',
      title: 'Invest to save',
      back: '/workforce/decisions',
      content: html`${(await mayKeep(work)) ? button({ text: 'Add a case', href: `${list}/new` }) : nothing}
${
  all.length === 0
    ? html`<p class="govuk-body">No case has been recorded.</p>`
    : cellsTable(
        'Cases',
        ['Case', 'Begins', 'Investment', 'Places avoided', 'Weeks of a place to break even'],
        onPage(all, asked.page).map(one => [
          linkTo(`${list}/${one.id}`, one.title),
          formatDate(one.startsOn),
          money(one.investment),
          one.avoids,
          ratioText(weeksToBreakEven(one.investment, one.weekCost)),
        ]),
      )
}
${pageLinks(path, asked.page, all.length, 'cases')}${csvLink(path)}`,
    })
  },
})

const caseRoute = route({
  ...caseloadPages,
  url: `${list}/:caseId`,
  params: z.object({ caseId: uuidParam }),
  query: z.object(listQuery),
  summary: 'One invest-to-save case: forecast, actual and safety on one page',
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    const [one] = await readCases(work, params.caseId)
    if (one === undefined) return notFound
    const periods = await readPeriods(work, one.id)
    if (asked.format === 'csv') return csv(periods, one)
    const found = periods.filter(({ until }) => Temporal.PlainDate.compare(until, work.today) <= 0)
    const distinct = [...new Map(found.map(period => [period.from.toString(), period])).values()]
    const safety = await readSafety(work, distinct)
    const keeps = await mayKeep(work)
    return workforcePage(work, {
      tab: '/workforce/decisions',
      title: one.title,
      back: list,
      content: html`${warningText({ text: 'Before and after is not proof. Places that were not needed may have other reasons, and what would have happened otherwise is an estimate.', iconFallbackText: 'Warning' })}
${summary(one, periods)}
${keeps ? html`<p class="govuk-body">${linkTo(`${list}/${one.id}/change`, 'Change the case')}</p>${button({ text: 'Add a period', href: `${list}/${one.id}/periods/new` })}` : nothing}
<h2 class="govuk-heading-m">Money, period by period</h2>
${periods.length === 0 ? html`<p class="govuk-body">No period has been recorded.</p>` : html`${moneyFigure(kindsOf(periods, one))}${periodTable(periods, one, keeps)}${csvLink(path)}`}
<h2 class="govuk-heading-m">Safety in the same periods</h2>
${distinct.length === 0 ? html`<p class="govuk-body">No period has ended yet.</p>` : safetyTable(distinct, safety)}`,
    })
  },
})

const csv = (periods: readonly CasePeriod[], one: InvestCase): Reply => ({
  kind: 'csv',
  fileName: 'invest-to-save-periods.csv',
  header: ['From', 'Until', 'What', 'Spent', 'Weeks avoided', 'That would have cost', 'How counted'],
  rows: periods.map(period => [
    period.from,
    period.until,
    kindWords[period.kind],
    period.spent,
    period.weeksAvoided,
    period.weeksAvoided * one.weekCost,
    period.how,
  ]),
  shown: 'nothing',
})

export const investRoutes: readonly Route[] = [listRoute, caseRoute]
