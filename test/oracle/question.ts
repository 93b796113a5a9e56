import type { Uuid } from '#platform/ids'
import type { Condition } from './conditions.ts'
import { dateIn, isUpTo } from './order.ts'
import type { Dated, World } from './world.ts'

/** Hears of each condition as the oracle meets it and says how it is to go on: as it is, or turned round to see whether it mattered. */
export type Witness = (condition: Condition, holds: boolean) => boolean

/** One question to the oracle: who asks, in which world, on which day. */
export type Question = {
  readonly world: World
  readonly worker: World['workers'][number]
  /** The day in London: dated facts count from the start of their first day to the end of their last. */
  readonly today: Temporal.PlainDate
  readonly holds: Witness
}

/** @throws when nobody in the world has this id. */
export function ask(world: World, workerId: Uuid, holds: Witness): Question {
  for (const worker of world.workers) {
    if (worker.id === workerId) return { world, worker, today: dateIn(world), holds }
  }
  throw new Error(`No worker ${workerId} in this world: ask about one of world.workers.`)
}

/** @returns whether a dated fact counts today; first and last day both do. */
export function isLive(question: Question, what: DatedFact, fact: Dated): boolean {
  const { today, holds } = question
  if (!holds(`${what} has begun`, isUpTo(fact.startedOn, today))) return false
  if (fact.endedOn === null) return true
  return holds(`${what} has not ended`, isUpTo(today, fact.endedOn))
}

/** @returns whether now lies in [start, end): the first instant counts, the last does not. */
export function isDuring(question: Question, what: TimedFact, span: Span): boolean {
  const { world, holds } = question
  if (!holds(`${what} has begun`, isUpTo(span.startsAt, world.now))) return false
  return holds(`${what} has not ended`, !isUpTo(span.endsAt, world.now))
}

export type Span = { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }
export type DatedFact =
  | 'post'
  | 'allocation'
  | 'involvement'
  | 'lead of protection'
  | 'strand'
  | "the child's membership"
  | "the relative's membership"
export type TimedFact = 'shift' | 'opening' | 'restriction' | 'reference' | "the creator's week"
