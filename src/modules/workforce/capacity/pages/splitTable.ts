import { formatDate, type Html } from '#ui'
import { cellsTable, linkTo } from '../../frame/index.ts'
import type { Split } from '../queries/readSplits.ts'

export const splitStatus = { planned: 'Planned', carried_out: 'Carried out', given_up: 'Given up' } as const

export const splitTable = (splits: readonly Split[]): Html =>
  cellsTable(
    'Teams to be split',
    ['Team', 'Into', 'Planned for', 'Workers who go', 'State'],
    splits.map(split => [
      linkTo(`/workforce/splits/${split.id}`, split.teamName),
      split.intoTeamName ?? split.intoName,
      formatDate(split.plannedOn),
      String(split.workers.length),
      splitStatus[split.status],
    ]),
  )
