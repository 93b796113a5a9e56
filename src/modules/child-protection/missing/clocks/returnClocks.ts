import { type ClockFact, clockChain, type DerivedClock } from '#modules/casework'
import { type ClockSettings, londonDate } from '#reference'
import type { Episode, Interview } from '../rules/episode.ts'

/**
 * The clock of the return interview: 72 hours from coming back, to the minute. Met when the conversation is held or the child has said
 * no; that it was merely offered stops nothing.
 */
export function returnClocks(
  episode: Episode,
  interviews: readonly Interview[],
  settings: ClockSettings,
): readonly DerivedClock[] {
  if (episode.returned === null) return []
  const own = interviews.filter(({ episodeIds }) => episodeIds.includes(episode.id))
  const events = own.flatMap(({ id, answer, answeredAt, doneAt }) => [
    ...(doneAt === null ? [] : [asFact(id, doneAt)]),
    ...(answer === 'refused' && answeredAt !== null ? [asFact(id, answeredAt)] : []),
  ])
  const [first] = events.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  return clockChain(
    {
      personId: episode.personId,
      clock: 'RHI',
      triggerKind: 'missing_episode',
      trigger: asFact(episode.id, episode.returned.at),
      events: first === undefined ? [] : [first],
    },
    settings,
  )
}

const asFact = (id: ClockFact['id'], at: Temporal.Instant) => ({ id, on: londonDate(at), at })
