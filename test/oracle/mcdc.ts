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
  readonly #worlds = { true: new Map<Condition, number>(), false: new Map<Condition, number>() }
  readonly #seenNow = { true: new Set<Condition>(), false: new Set<Condition>() }
  readonly #enough: number

  /** @param enough worlds after which a condition is no longer asked about: it takes time. */
  constructor(enough = Number.POSITIVE_INFINITY) {
    this.#enough = enough
  }

  /** Begins the next world: a condition counts once in each. */
  beginWorld(): void {
    this.#seenNow.true.clear()
    this.#seenNow.false.clear()
  }

  /** Asks one question and, for each condition met on the way, asks again with that one turned round. */
  study(world: World, workerId: Uuid, row: Row, verb: Verb): void {
    const open: (Side & { readonly at: number })[] = []
    let at = 0
    const listen: Witness = (condition, holds) => {
      if (!this.#isSettled(condition, holds)) open.push({ condition, holds, at })
      at++
      return holds
    }
    const answer = oracle[verb](world, workerId, row, listen)
    for (const { condition, holds, at } of open) {
      if (this.#isSettled(condition, holds) || oracle[verb](world, workerId, row, turnAt(at)) === answer)
        continue
      this.#seenNow[`${holds}`].add(condition)
      this.#worlds[`${holds}`].set(condition, this.worldsOf(condition, holds) + 1)
    }
  }

  /** Whether it has decided in this world already, or in worlds enough. */
  #isSettled(condition: Condition, holds: boolean): boolean {
    return (
      this.#seenNow[`${holds}`].has(condition) ||
      (this.#worlds[`${holds}`].get(condition) ?? 0) >= this.#enough
    )
  }

  /** @returns in how many worlds the condition decided, standing so. */
  worldsOf(condition: Condition, holds: boolean): number {
    return this.#worlds[`${holds}`].get(condition) ?? 0
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
    const seen = [true, false].flatMap(holds =>
      [...this.#worlds[`${holds}`].keys()].map(condition => keyOf({ condition, holds })),
    )
    return seen.filter(key => !listed.includes(key))
  }
}

function keyOf({ condition, holds }: Side): string {
  return `${condition} (${holds ? 'true' : 'false'})`
}

function turnAt(at: number): Witness {
  let count = 0
  return (_condition, holds) => (count++ === at ? !holds : holds)
}
