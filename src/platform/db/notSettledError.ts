/** The known-at instant is so recent that work begun before it may still be open: ask again in a few seconds. */
export class NotSettledError extends Error {
  override readonly name = 'NotSettledError'
  readonly code = 'KITH_NOT_SETTLED'
  constructor(instant: Temporal.Instant) {
    super(`Work begun before ${instant} may still be going on: ask again in a few seconds`)
  }
}
