import type { PeoplePanel } from '#modules/people'
import type { Work } from '#platform/db'
import { type Html, html } from '#ui'
import { isPressed } from '../caseload/pages/alertTag.ts'
import { strip } from '../caseload/pages/strip.ts'
import { readCaseloadWithStrip, type Standings } from '../caseload/queries/readCaseload.ts'
import { countedWord, standingText } from '../caseload/rules/words.ts'
import { teamsOnGrid } from '../completeness/queries/teamsOnGrid.ts'
import { readPlaces } from '../establishment/queries/readPlaces.ts'
import { totalOn } from '../establishment/rules/totals.ts'
import { cellsTable, linkTo } from '../frame/index.ts'

/** On the director's first page: whether the work can be done well, over all teams; each number opens what stands behind it. */
export const workforcePanel: PeoplePanel = async work => {
  if (work.actor.class !== 'director') return null
  const { found, months } = await readCaseloadWithStrip(work, work.today)
  return html`<h2 class="govuk-heading-m">Workforce</h2>
<p class="govuk-body"><strong>${standingText(found.whole.standing, found.rule)}</strong> ${countedWord(found.rule).toLowerCase()} for one full-time worker; the authority’s number is ${found.rule.limit}.</p>
${strip(months, found.rule, 'Children for one full-time worker, the whole authority')}
${await numbers(work, found)}`
}

async function numbers(work: Work, { teams, rule }: Standings): Promise<Html> {
  const grid = await teamsOnGrid(work, work.today)
  const { established, vacant } = totalOn(await readPlaces(work), work.today)
  const over = teams.filter(({ standing }) => isPressed(standing)).length
  const incomplete = grid.filter(({ missing }) => missing.length > 0).length
  return cellsTable(
    'Workforce today',
    ['What', 'How many'],
    [
      [`Teams over ${rule.limit}`, linkTo('/workforce/caseload?over=yes', `${over} of ${teams.length}`)],
      [
        'Teams without each of the four disciplines',
        linkTo('/workforce/completeness', `${incomplete} of ${grid.length}`),
      ],
      ['Posts vacant', linkTo('/workforce/posts?state=vacant', `${vacant} of ${established} FTE`)],
    ],
  )
}
