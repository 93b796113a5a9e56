import { figure, type Html, html, nothing } from '#ui'
import { type Discipline, disciplineWords, neededDisciplines } from '../../establishment/rules/disciplines.ts'
import type { GridTeam } from '../queries/teamsOnGrid.ts'

const LABELS = 190
const COLUMN = 132
const ROW = 30
const HEAD = 40

const count = (team: GridTeam, discipline: Discipline): number =>
  new Set(team.inPost.filter(one => one.discipline === discipline).map(({ workerId }) => workerId)).size

function cell(team: GridTeam, discipline: Discipline, x: number, y: number): Html {
  const there = count(team, discipline)
  const middle = x + (COLUMN - 6) / 2
  return html`<rect class="${there > 0 ? 'kith-tile kith-tile--there' : 'kith-tile kith-tile--missing'}" x="${x}" y="${y}" width="${COLUMN - 6}" height="${ROW - 6}"></rect>
  <text class="kith-drawing__small" x="${middle}" y="${y + 17}" text-anchor="middle">${there > 0 ? String(there) : 'nobody'}</text>`
}

/** Teams against disciplines: a tile for each, with how many are in post, or the word that nobody is. The list stands below it. */
export function completenessGrid(teams: readonly GridTeam[]): Html {
  if (teams.length === 0) return nothing
  const height = HEAD + teams.length * ROW + 4
  const incomplete = teams.filter(({ missing }) => missing.length > 0).length
  const content = html`${neededDisciplines.map(
    (one, column) =>
      html`<text class="kith-drawing__small" x="${LABELS + column * COLUMN + (COLUMN - 6) / 2}" y="22" text-anchor="middle">${disciplineWords[one]}</text>`,
  )}${teams.map((team, row) => {
    const y = HEAD + row * ROW
    return html`<text class="kith-drawing__small" x="0" y="${y + 17}">${team.name}${team.missing.length === 0 ? '' : ' (incomplete)'}</text>
    ${neededDisciplines.map((one, column) => cell(team, one, LABELS + column * COLUMN, y))}`
  })}`
  return figure({
    id: 'completeness',
    title: 'Teams against the four disciplines',
    description: `How many people each team has in post of each discipline. ${incomplete} of ${teams.length} teams are incomplete. The same stands in the list below.`,
    width: LABELS + neededDisciplines.length * COLUMN,
    height,
    content,
  })
}
