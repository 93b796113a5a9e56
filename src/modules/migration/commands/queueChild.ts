import type { Work } from '#platform/db'
import type { ChildLedger } from '../loading/childLedger.ts'
import { hasOpenNeed } from '../loading/openNeed.ts'
import { type DutyTeam, makeDutyTeam } from './importRun.ts'

/**
 * Puts a child whom nobody holds into the duty team's queue: an open one whenever nobody does, a closed one once, when it
 * first comes, so that somebody can look it through. @returns whether it was put there
 */
export async function queueChild(work: Work, ledger: ChildLedger, team: DutyTeam): Promise<boolean> {
  const today = work.today.toString()
  const isLive = (ended: unknown) => (ended ?? null) === null || String(ended) > today
  const isOpen = hasOpenNeed(ledger)
  if (ledger.find('allocation', ({ ended_on }) => !isOpen || isLive(ended_on))) return false
  if (!team.isMade) await makeDutyTeam(work, team)
  const [person] = ledger.all('person')
  ledger.add('allocation', {
    person_id: person?.id ?? null,
    team_id: team.id,
    role: 'queue',
    started_on: today,
    reason: isOpen ? 'Imported, not allocated' : 'Imported and closed: look through, then end',
  })
  return true
}
