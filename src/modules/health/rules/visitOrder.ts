import type { ToldVisit } from './told.ts'

/** How a visit stands before a message is read. */
export type Standing = {
  readonly status: 'here' | 'left' | 'cancelled'
  /** Of the newest message that changed it. */
  readonly sentAt: Temporal.Instant
}

/** What a message does to its visit. `fills`: it is older than what stands, and only gives what nobody has told. */
export type Effect = {
  readonly did: 'opened' | 'changed' | 'cancelled' | 'older'
  readonly status: Standing['status']
}

/**
 * Hospitals send again, late and in the wrong order: the sender's own clock decides, never the order of arrival, so that an older message never
 * overwrites a newer one, and a cancellation that overtakes its registration leaves a visit that never was.
 * @param standing null where no message of this visit has come yet
 */
export function effectOf(standing: Standing | null, told: Pick<ToldVisit, 'kind' | 'sentAt'>): Effect {
  if (standing === null)
    return { did: told.kind === 'cancelled' ? 'cancelled' : 'opened', status: statusAfter(told, 'here') }
  const order = Temporal.Instant.compare(told.sentAt, standing.sentAt)
  // Stamps are whole seconds: of one second a cancellation stands, whichever came first.
  if (order < 0 || (order === 0 && standing.status === 'cancelled'))
    return { did: 'older', status: standing.status }
  if (told.kind === 'cancelled')
    return { did: standing.status === 'cancelled' ? 'changed' : 'cancelled', status: 'cancelled' }
  return { did: 'changed', status: statusAfter(told, standing.status) }
}

function statusAfter({ kind }: Pick<ToldVisit, 'kind'>, before: Standing['status']): Standing['status'] {
  if (kind === 'cancelled') return 'cancelled'
  if (kind === 'left') return 'left'
  if (kind === 'changed' || kind === 'person') return before
  return 'here'
}
