import type { Reply } from '#platform/http'
import type { Standings } from '../queries/readCaseload.ts'
import { standingCell } from '../rules/words.ts'
import { isPressed } from './alertTag.ts'

/** Teams on a day, for a spreadsheet. */
export const caseloadCsv = ({ rule, day }: Standings, teams: Standings['teams']): Reply => ({
  kind: 'csv',
  fileName: `caseload-${day.toString()}.csv`,
  header: [
    'Team',
    'Service area',
    'On',
    'Children led',
    'Families',
    'Co-worked',
    'FTE of posts',
    'FTE counted',
    'For one full-time worker',
    'Over',
  ],
  rows: teams.map(({ team, held, standing }) => [
    team.name,
    team.areaName,
    day,
    held.led,
    held.families,
    held.coWorked,
    held.fte,
    held.counted,
    standingCell(standing),
    isPressed(standing) ? `over ${rule.limit}` : 'within',
  ]),
  shown: 'nothing',
})
