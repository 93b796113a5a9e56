import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import {
  type Comparison,
  compareInDatabase,
  compareWorld,
  type Disagreement,
  none,
  type Share,
  together,
  verbs,
} from './compare.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import type { RealDatabase } from './realDatabase.ts'
import { tablesBehindFunctions } from './tables.ts'

/** A disagreement and where it arose. */
export type Found = {
  readonly scene: Scene
  readonly disagreement: Disagreement
}

/** What many worlds told. */
export type Findings = {
  readonly worlds: number
  readonly comparison: Comparison
  readonly found: readonly Found[]
}

/** When to stop, and what to say on the way. */
export type Course = {
  /** Decides the worlds. */
  readonly seed: number
  readonly hasEnough: (findings: Findings) => boolean
  readonly onWorld?: (findings: Findings) => void
}

const nothing: Findings = {
  worlds: 0,
  comparison: {
    decisions: none,
    allowed: none,
    disagreements: [],
  },
  found: [],
}

/** @returns how many questions both sides answered. */
export function decisionsOf({ comparison: { decisions } }: Findings): number {
  return verbs.reduce((sum, verb) => sum + decisions[verb], 0)
}

/**
 * In every world each worker asks to read everything and tries to write a third of it, another third than the next worker and in the
 * next world: three worlds so tell more than one asked in full.
 */
export function share(seed: number): Share {
  return { oneIn: 3, from: seed }
}

/** Compares world after world, each database on its own, until there is enough. */
export async function compareWorlds(databases: readonly RealDatabase[], course: Course): Promise<Findings> {
  let findings = nothing
  let next = course.seed
  const work = async (database: RealDatabase) => {
    while (!course.hasEnough(findings)) {
      const more = await compareOne(database, next++)
      findings = {
        worlds: findings.worlds + 1,
        comparison: together(findings.comparison, more.comparison),
        found: [...findings.found, ...more.found],
      }
      course.onWorld?.(findings)
    }
  }
  await Promise.all(databases.map(work))
  return findings
}

/** One world in its present and, read again, as known at an instant just after it was told. */
async function compareOne(database: RealDatabase, seed: number): Promise<Findings> {
  await awayFromMidnight()
  const [scene] = fc.sample(randomScene(Temporal.Now.instant()), { numRuns: 1, seed })
  if (scene === undefined) throw new Error('fast-check drew no world')
  const { world, rows } = scene
  const present = await compareInDatabase(database, world, rows, verbs, share(seed))
  const past = { ...scene, world: { ...world, isPast: true } }
  const known = await compareWorld(await database.asKnownNow(), past.world, ofThePast(rows), ['read'])
  const found = [
    ...present.disagreements.map(disagreement => ({ scene, disagreement })),
    ...known.disagreements.map(disagreement => ({ scene: past, disagreement })),
  ]
  return { worlds: 1, comparison: together(present, known), found }
}

/** What has no past is told of today alone. */
function ofThePast(rows: Scene['rows']): Scene['rows'] {
  return rows.filter(({ table }) => !tablesBehindFunctions.some(one => one === table))
}

/** Days turn at midnight in London, and a world must not turn with them. */
async function awayFromMidnight(): Promise<void> {
  const now = Temporal.Now.zonedDateTimeISO('Europe/London')
  const left = now
    .until(now.add({ days: 1 }).startOfDay(), { largestUnit: 'milliseconds' })
    .total('milliseconds')
  if (left < 60_000) await setTimeout(left + 1000)
}
