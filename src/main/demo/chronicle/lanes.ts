/** Runs pieces of work side by side, a few at a time. */
export type Lanes = {
  /** Waits for a free lane, then starts the work there. @throws what an earlier piece failed with */
  start(work: () => Promise<void>): Promise<void>
  /** Waits until every lane is free. @throws what a piece failed with */
  finish(): Promise<void>
}

export function openLanes(count: number): Lanes {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  const check = () => {
    if (failures.length > 0) throw failures[0]
  }
  return {
    async start(work) {
      while (running.size >= count) await Promise.race(running)
      check()
      const piece: Promise<void> = work()
        .catch((error: unknown) => {
          failures.push(error)
        })
        .finally(() => running.delete(piece))
      running.add(piece)
    },
    async finish() {
      await Promise.all(running)
      check()
    },
  }
}
