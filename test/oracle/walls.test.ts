import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { KnownRow } from './knownRow.ts'
import { withMeetings } from './meetingFacts.ts'
import { mayRead } from './oracle.ts'
import type { Scene } from './randomWorld.ts'
import { openRealDatabase } from './realDatabase.ts'
import { rowsFromSketch } from './rowsFromSketch.ts'
import { type Sketch, sketches } from './sketch.ts'
import * as small from './smallCounty.ts'
import { county, kai, live, me, mother, ria, sam, seen, team } from './smallCounty.ts'
import { scanFunction, wordsFoundBy } from './wallScan.ts'
import type { World } from './world.ts'
import { worldFromSketch } from './worldFromSketch.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
const wall = { fromId: kai, protectedIds: [sam, mother], ...small.lasting }
const named = { personId: kai, workerId: me, ...live }
const all = 'A2 B2 B2S C3 +A2 +B2'
const withoutSafety = 'A2 B2 B2S +A2 +B2'
const look = (facts: Partial<World>) => {
  const world = county({ allocations: [held], ...facts })
  return [seen(world, sam), seen(world, ria), seen(world, mother)]
}

describe('a wall', () => {
  test('takes the safety data of those whom it protects, and of nobody else', () => {
    expect(look({ walls: [wall], involvements: [named] })).toEqual([withoutSafety, all, 'A2 +A2'])
  })

  test('counts for whoever was once named beside the one kept out', () => {
    const ended = { ...named, endedOn: small.YESTERDAY }
    expect(look({ walls: [wall], involvements: [ended] })[0]).toBe(withoutSafety)
  })

  test('is nothing to anybody else, and nothing once it has ended', () => {
    expect(look({ walls: [wall] })[0]).toBe(all)
    const over = { ...wall, endsAt: small.NOW }
    expect(look({ walls: [over], involvements: [named] })[0]).toBe(all)
  })

  test('takes the safety data by a named list too', () => {
    const restrictions = [{ subjectId: sam, members: [me], ...small.lasting }]
    expect(look({ walls: [wall], involvements: [named], restrictions })[0]).toBe(withoutSafety)
  })
})

const record = await testRecord()
const database = await openRealDatabase(record)
await database.superuser.query(scanFunction)
afterAll(() => database.close())

/** A scene in which somebody works beside the one kept out, holds those protected, and comes to a meeting about one of them. */
const scenes = sketches.map((sketch): { scene: Scene; walled: Uuid } => {
  const drawn = sketch.walls[0] ?? { from: 0, protected: [1, 2], worker: 3, begun: 5, isOver: false }
  const first = { ...drawn, isOver: false }
  const guarded = first.protected.filter(
    at => at % sketch.people.length !== first.from % sketch.people.length,
  )
  const holds = (person: number): Sketch['allocations'][number] => ({
    ...{ person, worker: first.worker, team: 0, role: 'co_worker' },
    dates: { begun: 50, lasted: null },
  })
  const [meeting, ...meetings] = sketch.meetings
  const told: Sketch = {
    ...sketch,
    workers: sketch.workers.map((one, at) =>
      at === first.worker % sketch.workers.length ? { class: 'practitioner', left: null } : one,
    ),
    walls: [first, ...sketch.walls.slice(1)],
    allocations: [...sketch.allocations, ...guarded.map(holds)],
    restrictions: [],
    conflicts: [],
    accounts: guarded.map(of => ({ of, children: [of], hasChannel: true })),
    meetings: [
      ...(meeting === undefined
        ? []
        : [
            {
              ...meeting,
              ...{ people: guarded.slice(0, 1), dataClass: 'C3' as const, isCancelled: false, papersFor: 9 },
              invited: [{ worker: first.worker, isWithdrawn: false }],
            },
          ]),
      ...meetings,
    ].filter(one => one.people.length > 0),
  }
  const world = withMeetings(told, worldFromSketch(told, Temporal.Now.instant()))
  const walled = world.workers[first.worker % world.workers.length]?.id ?? me
  return { scene: { world, rows: rowsFromSketch(told, world) }, walled }
})

/** Rows of the safety data, and of the team's work, of somebody whom a wall keeps from this worker; their words hold the id of the row, a channel its address. */
function guardedRows({ world, rows }: Scene, workerId: Uuid): readonly KnownRow[] {
  const from = world.involvements.filter(one => one.workerId === workerId).map(one => one.personId)
  const walls = world.walls.filter(
    one => from.includes(one.fromId) && Temporal.Instant.compare(world.now, one.endsAt) < 0,
  )
  const guarded = walls.flatMap(one => one.protectedIds)
  return rows.filter(
    row =>
      (isOfSafety(row) || isWorkOfOthers(row, { world, rows }, workerId)) &&
      row.authorId !== workerId &&
      (row.table === 'family_channel' ? [row.aboutId] : row.personIds).some(
        id => id !== undefined && guarded.includes(id),
      ),
  )
}

/** A strand in whose name nobody acts for this worker, and what somebody else keeps of it. */
function isWorkOfOthers(row: KnownRow, { world, rows }: Scene, workerId: Uuid): boolean {
  if (row.table === 'clinical_note') return row.workerId !== workerId
  if (row.table !== 'strand' || rows.some(one => one.strandId === row.id && one.authorId === workerId))
    return false
  const mine = world.posts.filter(one => one.workerId === workerId).map(one => one.coversId)
  const standsIn = world.posts.some(one => one.workerId === row.workerId && mine.includes(one.id))
  return row.workerId !== workerId && !(standsIn && row.workerId != null)
}

function isOfSafety({ table, isConfidential, isProposed, dataClass }: KnownRow): boolean {
  if (table === 'person_address') return isConfidential === true
  return dataClass === 'C3' || (table === 'family_channel' && isProposed !== true)
}

describe('whoever is walled', () => {
  test('finds no safety data of those protected in any column of any table, now or as known', async () => {
    let planted = 0
    let seenByOthers = 0
    for (const { scene, walled } of fc.sample(scenes, { numRuns: 3, seed: 91 })) {
      await database.load(scene.world, scene.rows)
      const knownAt = await record.settled()
      for (const worker of scene.world.workers) {
        const rows = guardedRows(scene, worker.id)
        const words = rows.map(({ id }) => id)
        if (worker.id === walled) planted += words.length
        if (words.length === 0) continue
        expect(await wordsFoundBy(record, worker, words)).toEqual([])
        expect(await wordsFoundBy(record, worker, words, knownAt)).toEqual([])
        for (const row of rows) expect(mayRead(scene.world, worker.id, row)).toBe(false)
      }
      const words = guardedRows(scene, walled).map(({ id }) => id)
      for (const worker of scene.world.workers.filter(one => guardedRows(scene, one.id).length === 0))
        seenByOthers += (await wordsFoundBy(record, worker, words)).length
    }
    expect(planted).toBeGreaterThan(6)
    expect(seenByOthers).toBeGreaterThan(0)
  }, 180_000)
})
