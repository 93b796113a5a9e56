import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type AgendaItem, agendaFrom } from '../rules/agenda.ts'
import type { MeetingKind } from '../rules/meeting.ts'

/** The authority's own agenda for a conference of this kind; any other meeting begins without one. */
export async function usualAgenda(work: Work, kind: MeetingKind): Promise<readonly AgendaItem[]> {
  if (kind === 'strategy' || kind === 'core_group') return []
  return agendaFrom((await readSetting(work, 'conference.agenda'))[kind])
}
