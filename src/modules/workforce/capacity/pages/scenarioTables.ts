import { formatDate, summaryList, tag } from '#ui'
import { fteText, ratioText } from '../../caseload/rules/words.ts'
import { cellsTable, linkTo } from '../../frame/index.ts'
import type { Scenario } from '../queries/readScenarios.ts'
import type { ScenarioResult, TeamResult } from '../rules/scenario.ts'
import { money } from './money.ts'

/** Children for one full-time worker, in words where it is too many or nobody is there. */
export const ratioWords = (ratio: number | null, limit: number): string =>
  ratio === null ? 'No capacity' : `${ratioText(ratio)}${ratio > limit ? `: over ${limit}` : ''}`

/** What is added, and what comes of it. */
export function summary({ basis, basisOn, chosen, madeBy }: Scenario, result: ScenarioResult) {
  const what = basis.counts === 'children' ? 'Children' : 'Families'
  const span = (teams: number, leaders: number): string =>
    leaders === 0 ? 'No leader' : `${ratioText(teams / leaders)} teams for each of ${leaders}`
  const rows: readonly (readonly [string, string])[] = [
    ['Begins with', `${formatDate(basisOn)}${madeBy === null ? '' : `, saved by ${madeBy}`}`],
    ['Added', `${fteText(chosen.workers)} FTE of case-holders and ${chosen.leaders} service leaders`],
    [`${what} for one full-time worker before`, ratioWords(result.before, basis.limit)],
    ['After', ratioWords(result.after, basis.limit)],
    ['Teams over', `${result.overBefore} before, ${result.overAfter} after`],
    ['FTE', `${fteText(result.fteBefore)} before, ${fteText(result.fteAfter)} after`],
    [
      `FTE needed for ${basis.limit}`,
      `${fteText(result.fteNeeded)}: ${fteText(result.lackingBefore)} lacking before, ${fteText(result.lackingAfter)} after`,
    ],
    [
      'Span of control',
      `${span(result.teamsBefore, result.leadersBefore)} before, ${span(result.teamsAfter, result.leadersAfter)} after`,
    ],
    ['Cost of case-holders a year', money(result.costWorkers)],
    ['Cost of service leaders a year', money(result.costLeaders)],
    ['Other costs a year', money(chosen.otherCost)],
    ['Cost a year', money(result.cost)],
  ]
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

export const teamTable = (teams: readonly TeamResult[], limit: number) =>
  cellsTable(
    'Teams before and after',
    ['Team', 'Area', 'Load', 'FTE', 'Added', 'Before', 'After', 'Alert'],
    teams.map(row => [
      linkTo(`/workforce/caseload/teams/${row.id}`, row.name),
      row.area ?? '',
      ratioText(row.load),
      fteText(row.fte),
      fteText(row.added),
      ratioWords(row.before, limit),
      ratioWords(row.after, limit),
      row.after === null || row.after > limit
        ? tag({ text: row.after === null ? 'No capacity' : `Over ${limit}`, classes: 'govuk-tag--red' })
        : 'Within',
    ]),
  )
