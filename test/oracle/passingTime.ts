import { setTimeout } from 'node:timers/promises'
import type { WorldDatabase } from './compare.ts'
import type { Fact, KnownRow } from './knownRow.ts'
import type { Span } from './question.ts'
import type { Scene } from './randomWorld.ts'

/** In how many seconds a world turns: more if telling it took too long. */
const attempts = [8, 20, 50] as const

/**
 * Tells a world in which much ends or begins in a few seconds, and waits for it: nobody writes any more, so nothing but the
 * database's own look at the clock can notice.
 * @param given.told what is to be done once the world is told; given.restrictions whether they begin and end too
 * @returns the world as it is then
 */
export async function letTimePass(
  database: WorldDatabase,
  scene: Scene,
  given: { readonly told?: () => Promise<void>; readonly restrictions?: boolean } = {},
): Promise<Scene> {
  for (const seconds of attempts) {
    const at = Temporal.Now.instant().add({ seconds })
    const { world, rows } = turningAt(scene, at, given.restrictions ?? false)
    await database.load(world, rows)
    await given.told?.()
    const left = Temporal.Now.instant().until(at).total('milliseconds')
    if (left < 0) continue
    await setTimeout(left + 500)
    return { world: { ...world, now: Temporal.Now.instant() }, rows }
  }
  throw new Error(`Telling the world took over ${attempts.at(-1)} seconds: see why.`)
}

/** The same facts, of each three one ending and one beginning at this instant. */
function turningAt({ world, rows }: Scene, at: Temporal.Instant, restrictionsToo: boolean): Scene {
  const changed = new Map<object, Fact>()
  const keep = <F extends Fact>(facts: readonly F[], change: (fact: F, index: number) => F) =>
    facts.map((fact, index) => {
      const other = change(fact, index)
      changed.set(fact, other)
      return other
    })
  const workers = keep(world.workers, (one, index) => (index % 3 === 0 ? { ...one, leftAt: at } : one))
  const people = keep(world.people, (one, index) =>
    index % 3 === 0 ? { ...one, createdAt: at.subtract({ hours: 7 * 24 }) } : one,
  )
  const shifts = keep(world.shifts, (one, index) => ({ ...one, ...turned(one, index, at) }))
  const openings = world.openings.map((one, index) => {
    const { startsAt, endsAt } = turned({ startsAt: one.openedAt, endsAt: one.endsAt }, index, at)
    return { ...one, openedAt: startsAt, endsAt }
  })
  const restrictions = world.restrictions.map((one, index) =>
    restrictionsToo ? { ...one, ...turned(one, index, at) } : one,
  )
  return {
    world: { ...world, workers, people, shifts, openings, restrictions },
    rows: rows.map(row => withFact(row, changed)),
  }
}

function turned({ startsAt, endsAt }: Span, index: number, at: Temporal.Instant): Span {
  if (index % 3 === 0) return { startsAt: at.subtract({ hours: 5 }), endsAt: at }
  return index % 3 === 1 ? { startsAt: at, endsAt: at.add({ hours: 5 }) } : { startsAt, endsAt }
}

function withFact(row: KnownRow, changed: ReadonlyMap<object, Fact>): KnownRow {
  const fact = row.fact === undefined ? undefined : changed.get(row.fact)
  return fact === undefined ? row : { ...row, fact }
}
