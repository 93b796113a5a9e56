/** For how long a notice is tried before it is a dead letter. */
export const HOURS_TRIED = 24

/** So long nobody else takes up a notice that is on its way; who was killed meanwhile is followed by the next turn. */
export const LEASE_MINUTES = 5

const MOST_MINUTES = 120

/** Minutes until the next try, after so many. */
export const pauseAfter = (tries: number): number => Math.min(2 ** Math.max(0, tries - 1), MOST_MINUTES)
