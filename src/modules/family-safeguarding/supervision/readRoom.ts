import type { Work } from '#platform/db'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import { teamWorkers } from '../workbook/queries/teamWorkers.ts'
import { agendaOf } from './agenda.ts'
import { planOutcomes } from './planOutcomes.ts'
import type { Room } from './supervisionFields.ts'
import { partsOf } from './supervisionsOf.ts'

/** What the screen in the room is made of, for whoever holds the case while the workbook is open. */
export async function readRoom(work: Work, open: OpenFamily): Promise<Room | null> {
  if (!open.keeps || open.workbook === null) return null
  const agenda = await agendaOf(work, open)
  return {
    open,
    agenda,
    workers: await teamWorkers(work, open.workbook.teamId),
    outcomes: await planOutcomes(work, childrenOf(open)),
    lastParts: agenda.last === null ? [] : await partsOf(work, open.family.id, agenda.last.id),
  }
}
