import type { Uuid } from '#platform/ids'
import { type Condition, everySide, type Side } from './conditions.ts'
import { mayAdd, mayChange, mayDecide, mayRead, mayWithdraw } from './oracle.ts'
import type { Witness } from './question.ts'
import type { Row, World } from './world.ts'

/** What can be asked of a row. */
export type Verb = 'read' | 'add' | 'change' | 'decide' | 'withdraw'

/** How the oracle answers each verb. */
export const oracle = {
  read: mayRead,
  add: mayAdd,
  change: mayChange,
  decide: mayDecide,
  withdraw: mayWithdraw,
} as const satisfies Record<Verb, typeof mayRead>

/**
 * Counts, for every condition of the oracle and each way it can stand, the worlds in which it decided an answer by itself:
 * turned round, with all else as it is, the answer is another (modified condition/decision coverage).
 */
export class DecidedBy {
  readonly #worlds = new Map<string, number>()
  readonly #seenNow = new Set<string>()
  readonly #enough: number

  /** @param enough worlds after which a condition is no longer asked about: it takes time. */
  constructor(enough = Number.POSITIVE_INFINITY) {
    this.#enough = enough
  }

  /** Begins the next world: a condition counts once in each. */
  beginWorld(): void {
    this.#seenNow.clear()
  }

  /** Asks one question and, for each condition met on the way, asks again with that one turned round. */
  study(world: World, workerId: Uuid, row: Row, verb: Verb): void {
    const met: Side[] = []
    const listen: Witness = (condition, holds) => {
      met.push({ condition, holds })
      return holds
    }
    const answer = oracle[verb](world, workerId, row, listen)
    for (const [at, side] of met.entries()) {
      const key = keyOf(side)
      if (this.#seenNow.has(key) || (this.#worlds.get(key) ?? 0) >= this.#enough) continue
      if (oracle[verb](world, workerId, row, turnAt(at)) === answer) continue
      this.#seenNow.add(key)
      this.#worlds.set(key, (this.#worlds.get(key) ?? 0) + 1)
    }
  }

  /** @returns in how many worlds the condition decided, standing so. */
  worldsOf(condition: Condition, holds: boolean): number {
    return this.#worlds.get(keyOf({ condition, holds })) ?? 0
  }

  /** @returns each condition that has not decided in at least `least` worlds, and how often it has. */
  missing(least = 1): readonly string[] {
    const lines: string[] = []
    for (const side of everySide()) {
      const worlds = this.worldsOf(side.condition, side.holds)
      if (worlds < least) lines.push(`${keyOf(side)} decided in ${worlds} worlds`)
    }
    return lines
  }

  /** @returns conditions that decided although {@link everySide} does not list them: add them there. */
  unlisted(): readonly string[] {
    const listed = everySide().map(keyOf)
    return [...this.#worlds.keys()].filter(key => !listed.includes(key))
  }
}

function keyOf({ condition, holds }: Side): string {
  return `${condition} (${holds ? 'true' : 'false'})`
}

function turnAt(at: number): Witness {
  let count = 0
  return (_condition, holds) => (count++ === at ? !holds : holds)
}
