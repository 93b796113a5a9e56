import type { PersonSummary } from '#modules/people'
import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { UnseenChild } from '../../queries/teamBoard.ts'
import type { BoardRow } from './boardRows.ts'

/** The children not seen, for a spreadsheet. */
export function unseenCsv(
  unseen: readonly UnseenChild[],
  people: ReadonlyMap<Uuid, PersonSummary>,
  names: ReadonlyMap<Uuid, string>,
): Reply {
  return {
    kind: 'csv',
    fileName: 'children-not-seen.csv',
    header: ['Child', 'LA child ID', 'Age', 'Plan', 'Last seen', 'Visit due', 'Lead'],
    rows: unseen.map(({ personId, plan, seenAt, dueOn, workerId }) => {
      const person = people.get(personId)
      return [
        person?.displayName,
        person?.laChildId,
        person?.age,
        plan === 'CP_VISIT' ? 'Child protection' : 'Child in need',
        seenAt && londonDate(seenAt),
        dueOn,
        workerId && names.get(workerId),
      ]
    }),
    shown: { resource: 'team_board', subjectIds: [...people.keys()], action: 'export' },
  }
}

/** The workers of a team with what they carry, for a spreadsheet. */
export function boardCsv(rows: readonly BoardRow[]): Reply {
  return {
    kind: 'csv',
    fileName: 'team-board.csv',
    header: [
      'Worker',
      'FTE',
      'Children led',
      'Children held',
      'Children per FTE',
      'Due in 7 days',
      'Overdue',
    ],
    rows: rows.map(row => [row.name, row.fte, row.led, row.held, row.perFte, row.dueThisWeek, row.overdue]),
    shown: 'nothing',
  }
}
