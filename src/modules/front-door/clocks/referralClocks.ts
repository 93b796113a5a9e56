import { clockChain, type DerivedClock, type Episode } from '#modules/casework'
import type { ClockSettings } from '#reference'

/**
 * The clock of a referral: decide within one working day (Working Together 2023, chapter 3). A census tells that a
 * decision was made, never when: then the clock was kept or missed elsewhere and nothing is owed here.
 */
export function referralClocks(episode: Episode, settings: ClockSettings): readonly DerivedClock[] {
  const decidedElsewhere = episode.decidedOn === null && episode.isNoFurtherAction !== null
  return clockChain(
    {
      personId: episode.personId,
      clock: 'REF_DECISION',
      triggerKind: 'referral',
      trigger: { id: episode.id, on: episode.receivedOn },
      events: episode.decidedOn ? [{ id: episode.id, on: episode.decidedOn }] : [],
      endedOn: episode.closedOn,
      endedBecause: 'The episode was closed',
      notRequired: decidedElsewhere ? 'The decision was recorded without its date' : null,
    },
    settings,
  )
}
