import { formatDate, type Html, html, nothing, summaryList } from '#ui'
import { change, money } from '../../capacity/pages/money.ts'
import { countText, rateText } from '../../caseload/rules/suppressed.ts'
import { ratioText } from '../../caseload/rules/words.ts'
import { cellsTable, linkTo } from '../../frame/index.ts'
import type { CasePeriod, InvestCase, Safety } from '../queries/readCases.ts'
import { addUp, breakEven, weeksToBreakEven } from '../rules/invest.ts'
import { kindWords } from './investForms.ts'

/** Periods as forecast and as found, each added up. */
export const kindsOf = (periods: readonly CasePeriod[], { weekCost }: InvestCase) => ({
  forecast: addUp(
    periods.filter(({ kind }) => kind === 'forecast'),
    weekCost,
  ),
  actual: addUp(
    periods.filter(({ kind }) => kind === 'actual'),
    weekCost,
  ),
})

/** What is invested, and when it breaks even. */
export function summary(one: InvestCase, periods: readonly CasePeriod[]): Html {
  const { forecast, actual } = kindsOf(periods, one)
  const even = (day: Temporal.PlainDate | null, none: string): string =>
    day === null ? none : formatDate(day)
  const last = actual.at(-1)
  const rows: readonly (readonly [string, string])[] = [
    ['Investment', money(one.investment)],
    ['Begins', formatDate(one.startsOn)],
    ['Places that would not be needed', one.avoids],
    ['Cost of one place', `${money(one.weekCost)} a week (${one.costSource})`],
    ['Breaks even with', `${ratioText(weeksToBreakEven(one.investment, one.weekCost))} weeks of one place`],
    ['Break-even as forecast', even(breakEven(forecast), 'Not within the periods forecast')],
    ['Break-even as found', even(breakEven(actual), 'Not yet')],
    [
      'So far, avoided less spent',
      last === undefined ? 'Nothing found yet' : change(last.avoidedSoFar - last.spentSoFar),
    ],
  ]
  return html`${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${one.recommendationId === null ? nothing : html`<p class="govuk-body">${linkTo(`/workforce/decisions/${one.recommendationId}`, 'What was recommended and decided')}</p>`}`
}

/** Forecast and actual of one period stand in neighbouring lines. */
export const periodTable = (periods: readonly CasePeriod[], one: InvestCase, keeps: boolean): Html =>
  cellsTable(
    'Periods, forecast and actual side by side',
    ['From', 'Until', 'What', 'Spent', 'Weeks avoided', 'That would have cost', 'How counted', 'Correct'],
    periods
      .toSorted(
        (left, right) =>
          Temporal.PlainDate.compare(left.from, right.from) || right.kind.localeCompare(left.kind),
      )
      .map(period => [
        formatDate(period.from),
        formatDate(period.until),
        `${kindWords[period.kind]}${period.isCorrection ? ', corrected' : ''}`,
        money(period.spent),
        ratioText(period.weeksAvoided),
        money(period.weeksAvoided * one.weekCost),
        period.how,
        keeps ? linkTo(`/workforce/invest-to-save/${one.id}/periods/${period.id}`, 'Correct') : '',
      ]),
  )

const percent = (rate: number): string => `${Math.round(rate * 100)}%`

/** Safety stands beside the money; small numbers are not told. */
export const safetyTable = (periods: readonly CasePeriod[], safety: readonly Safety[]): Html =>
  cellsTable(
    'Safety',
    [
      'From',
      'Until',
      'Visits due',
      'In time',
      'New protection plans',
      'For a child who had one',
      'Referrals',
      'Within a year of another',
    ],
    periods.map((period, index) => {
      const one = safety[index]
      return [
        formatDate(period.from),
        formatDate(period.until),
        countText(one?.visits ?? 0),
        rateText(one?.visitsInTime ?? 0, one?.visits ?? 0, percent),
        countText(one?.plans ?? 0),
        rateText(one?.repeatPlans ?? 0, one?.plans ?? 0, percent),
        countText(one?.referrals ?? 0),
        rateText(one?.reReferrals ?? 0, one?.referrals ?? 0, percent),
      ]
    }),
  )
