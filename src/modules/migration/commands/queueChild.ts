import type { Work } from '#platform/db'
import type { ChildLedger } from '../loading/childLedger.ts'
import { type DutyTeam, makeDutyTeam } from './importRun.ts'

/** Puts an open child whom nobody holds into the duty team's queue. @returns whether it was put there */
export async function queueChild(work: Work, ledger: ChildLedger, team: DutyTeam): Promise<boolean> {
  const today = work.today.toString()
  const isLive = (ended: unknown) => (ended ?? null) === null || String(ended) > today
  if (ledger.find('allocation', ({ ended_on }) => isLive(ended_on))) return false
  if (!team.isMade) await makeDutyTeam(work, team)
  const [person] = ledger.all('person')
  ledger.add('allocation', {
    person_id: person?.id ?? null,
    team_id: team.id,
    role: 'queue',
    started_on: today,
    reason: 'Imported, not allocated',
  })
  return true
}
