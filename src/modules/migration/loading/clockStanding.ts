/** How the clocks of one definition stand on a day, over the children of a file. */
export type ClockStanding = {
  readonly clock: string
  readonly onTime: number
  readonly late: number
  /** Not done, and due before the day. */
  readonly overdue: number
  /** Not done, and not due yet. */
  readonly running: number
}

/** Adds the clocks of one more child. */
export function addStandings(into: Map<string, ClockStanding>, more: readonly ClockStanding[]): void {
  for (const { clock, onTime, late, overdue, running } of more) {
    const before = into.get(clock) ?? { clock, onTime: 0, late: 0, overdue: 0, running: 0 }
    into.set(clock, {
      clock,
      onTime: before.onTime + onTime,
      late: before.late + late,
      overdue: before.overdue + overdue,
      running: before.running + running,
    })
  }
}
