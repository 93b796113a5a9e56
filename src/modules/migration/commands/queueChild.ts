import type { ChildLedger } from '../loading/childLedger.ts'
import { hasOpenNeed } from '../loading/openNeed.ts'
import type { DutyTeam } from './importRun.ts'

/**
 * Puts a child whom nobody holds into the duty team's queue: an open one whenever nobody does, a closed one once, when it
 * first comes, so that somebody can look it through. @returns whether it was put there
 */
export function queueChild(day: Temporal.PlainDate, ledger: ChildLedger, team: DutyTeam): boolean {
  const today = day.toString()
  const isLive = (ended: unknown) => (ended ?? null) === null || String(ended) > today
  const isOpen = hasOpenNeed(ledger)
  if (ledger.find('allocation', ({ ended_on }) => !isOpen || isLive(ended_on))) return false
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
