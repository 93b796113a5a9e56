import { details, formatDate, type Html, html, nothing, summaryList } from '#ui'
import { change, money, percentChange } from '../../capacity/pages/money.ts'
import { linkTo } from '../../frame/index.ts'
import type { Corrected, Decision, Recommendation } from '../queries/readDecisions.ts'
import { statusWords } from './decisionForms.ts'

/** "+£37,000, +8.0%". */
export const difference = (recommended: number, decided: number): string =>
  recommended === decided
    ? 'None'
    : `${change(decided - recommended)}, ${percentChange(recommended, decided)}`

const rowsOf = (rows: readonly (readonly [string, string | null | Html])[]): Html =>
  summaryList({
    rows: rows.flatMap(([key, value]) =>
      value === null || value === ''
        ? []
        : [{ key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } }],
    ),
  })

/** What was recommended, as it was said. */
export const recommended = (said: Recommendation): Html =>
  rowsOf([
    ['Amount', money(said.amount)],
    ['Put to', said.body],
    ['Meeting', formatDate(said.meetsOn)],
    ['Item', said.item],
    ['Report by', said.authorRole],
    ['Words', said.words],
    [
      'Scenario',
      said.scenarioId === null ? null : linkTo(`/workforce/capacity/${said.scenarioId}`, 'Open the scenario'),
    ],
    ['Corrected because', said.correctionReason],
  ])

/** What was decided, as it was said. */
export const decided = (said: Decision): Html =>
  rowsOf([
    ['Amount', money(said.amount)],
    ['Decided by', said.body],
    ['On', formatDate(said.decidedOn)],
    ['Item', said.item],
    ['Decision', statusWords[said.status]],
    ['Words', said.words],
    ['Corrected because', said.correctionReason],
  ])

/** What stood before, oldest first. */
export const corrections = <Said>({ all }: Corrected<Said>, show: (said: Said) => Html): Html =>
  all.length === 1
    ? nothing
    : details({
        summaryText: 'What stood before it was corrected',
        html: html`${all.slice(0, -1).map(show)}`,
      })
