import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { undoMerge } from './commands/mergeCommands.ts'
import { bothRecords } from './testing/bothRecords.ts'
import { joinRecords } from './testing/joinRecords.ts'

/** Chains to draw; KITH_MERGE_CHAINS asks for the long form. */
const chains = Number(process.env['KITH_MERGE_CHAINS'] ?? 4)
const record = await testRecord()
const { makers } = record
const teams = [await makers.team(), await makers.team()] as const
const asker = await makers.worker()
const manager = await makers.worker()
const leads = [await makers.worker(), await makers.worker(), await makers.worker()] as const
const managers = [await makers.worker(), await makers.worker()] as const
const nurses = [await makers.worker(), await makers.worker()] as const
for (const [index, teamId] of teams.entries())
  for (const worker of [asker, manager, managers[index as 0]])
    await makers.post({ workerId: worker.id, teamId, role: 'team_manager' })
const everyone: readonly Actor[] = [asker, manager, ...leads, ...managers, ...nurses]

/** What the plain rule below is told of one record: nothing of the database. */
type Tie = {
  readonly id: Uuid
  readonly kind: 'lead' | 'nurse' | 'family' | 'transfer'
  readonly reaches: readonly Uuid[]
}
type Told = { readonly id: Uuid; readonly list: readonly Uuid[] | null; readonly conflicts: readonly Uuid[] }
type Standing = { readonly id: Uuid; ids: readonly Told[]; ties: readonly Tie[] }

/**
 * Who may reach a merged record at most: somebody with a tie that was chosen (or the survivor's own list), whom no list and no conflict of
 * any of its records keeps out.
 */
const mayReach = (worker: Uuid, { ids, ties }: Standing): boolean =>
  ids.every(one => (one.list === null || one.list.includes(worker)) && !one.conflicts.includes(worker)) &&
  (ties.some(tie => tie.reaches.includes(worker)) || (ids[0]?.list?.includes(worker) ?? false))

const drawnPerson = fc.record({
  team: fc.nat({ max: 1 }),
  lead: fc.nat({ max: 2 }),
  nurse: fc.option(fc.nat({ max: 1 })),
  /** Who leads for a sister or brother in a family of theirs. */
  sibling: fc.option(fc.nat({ max: 2 })),
  /** The team that is asked to take them over. */
  transfer: fc.option(fc.nat({ max: 1 }), { freq: 2 }),
  list: fc.option(fc.subarray([0, 1, 2, 3, 4]), { freq: 3 }),
  conflict: fc.option(fc.nat({ max: 4 }), { freq: 3 }),
  born: fc.constantFrom('2015-03-04', '2016-05-06'),
  isConfidential: fc.boolean(),
})
const step = fc.record({
  one: fc.nat({ max: 3 }),
  other: fc.nat({ max: 3 }),
  keep: fc.nat({ max: 15 }),
  write: fc.boolean(),
  undo: fc.nat({ max: 3 }).map(nat => nat === 0),
})
type Drawn = typeof drawnPerson extends fc.Arbitrary<infer T> ? T : never

async function tell(drawn: Drawn): Promise<Standing> {
  const id = await makers.person({ born: drawn.born })
  const others = [...leads, ...nurses]
  const teamId = teams[drawn.team as 0]
  const lead = leads[drawn.lead as 0]
  const held = await makers.allocation({ personId: id, teamId, workerId: lead.id })
  const ruling = (team: number) => [asker.id, manager.id, managers[team as 0].id]
  const ties: Tie[] = [{ id: held, kind: 'lead', reaches: [lead.id, ...ruling(drawn.team)] }]
  if (drawn.nurse !== null) {
    const nurse = nurses[drawn.nurse as 0]
    const involved = await makers.involvement({ personId: id, workerId: nurse.id })
    ties.push({ id: involved, kind: 'nurse', reaches: [nurse.id] })
  }
  if (drawn.sibling !== null) {
    const other = leads[drawn.sibling as 0]
    const sibling = await makers.person({ born: '2012-12-12' })
    await makers.allocation({ personId: sibling, teamId, workerId: other.id })
    const { familyId } = await makers.family({ children: [id, sibling], adults: [] })
    const place = await idOf(
      sql`select id from family_member where person_id = ${id} and family_id = ${familyId}`,
    )
    ties.push({ id: place, kind: 'family', reaches: [other.id, ...ruling(drawn.team)] })
  }
  if (drawn.transfer !== null) {
    const transferId = makeUuid()
    const to = teams[drawn.transfer as 0]
    await record.as(serviceActor('storyteller'), work =>
      sql`insert into transfer (id, person_id, moves_id, from_team_id, to_team_id, handover, moves_on, requested_by)
        values (${transferId}, ${id}, ${makeUuid()}, ${teamId}, ${to}, 'Moves', '2030-01-01', ${manager.id})`.execute(
        work.db(),
      ),
    )
    ties.push({ id: transferId, kind: 'transfer', reaches: ruling(drawn.transfer) })
  }
  const { isConfidential } = drawn
  await record.as(manager, async work => {
    const at = { id: makeUuid(), person: id }
    await sql`insert into person_address (id, person_id, lines, is_confidential)
      values (${at.id}, ${at.person}, '1 Nowhere Lane', ${isConfidential})`.execute(work.db())
    await sql`insert into significant_event (id, person_id, happened_on, description)
      values (${makeUuid()}, ${id}, '2024-01-01', 'Something happened')`.execute(work.db())
  })
  const barred = drawn.conflict === null ? undefined : others[drawn.conflict]
  if (barred)
    await record.as(barred, work =>
      sql`select access.declare_conflict(${id}, ${barred.id}, 'other', null)`.execute(work.db()),
    )
  const list =
    drawn.list === null
      ? null
      : [asker.id, manager.id, ...drawn.list.map(one => others[one as 0]?.id ?? asker.id)]
  if (list) await makers.restriction({ subjectId: id, members: list })
  return { id, ids: [{ id, list, conflicts: barred ? [barred.id] : [] }], ties }
}

async function idOf(query: ReturnType<typeof sql>): Promise<Uuid> {
  const { rows } = await record.as(serviceActor('verifier'), work => query.execute(work.db()))
  return (rows as readonly { id: Uuid }[])[0]?.id ?? makeUuid() // one row, as the caller asks for
}

/** At most one lead and one transfer can go on. */
const together = (ties: readonly Tie[]): readonly Tie[] =>
  ties.filter(
    (tie, place) =>
      (tie.kind !== 'lead' && tie.kind !== 'transfer') ||
      ties.findIndex(({ kind }) => kind === tie.kind) === place,
  )

/** Ids of these people whom the worker reads anything of. */
async function readBy(worker: Actor, ids: readonly Uuid[]): Promise<readonly Uuid[]> {
  const { rows } = await record.as(worker, work =>
    sql<{
      id: Uuid
    }>`select id from person where id = any (${[...ids]}) union select person_id from person_address where
      person_id = any (${[...ids]}) union select person_id from significant_event where person_id = any (${[...ids]})`.execute(
      work.db(),
    ),
  )
  return rows.map(({ id }) => id)
}

async function holdsTo(standing: readonly Standing[]): Promise<void> {
  for (const worker of everyone)
    for (const one of standing) {
      const read = await readBy(
        worker,
        one.ids.map(({ id }) => id),
      )
      if (read.length > 0) expect(mayReach(worker.id, one), `${worker.id} reads ${one.id}`).toBe(true)
    }
}

async function entries(ids: readonly Uuid[]): Promise<unknown> {
  const rows: unknown[] = []
  for (const worker of everyone) {
    const found = await record.as(worker, work =>
      sql`select subject_id, data_class, may_write, reason, source_id from access.entry where subject_id = any (${[...ids]})
        order by 1, 2, 4, 5`.execute(work.db()),
    )
    rows.push(worker.id, found.rows)
  }
  return rows
}

test('chains of merges, edits and undos give everything back, and are never wider than the stricter side', async () => {
  let merges = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(drawnPerson, { minLength: 4, maxLength: 4 }),
      fc.array(step, { minLength: 2, maxLength: 5 }),
      async (people, steps) => {
        const all: Standing[] = []
        for (const drawn of people) all.push(await tell(drawn))
        const ids = all.map(({ id }) => id)
        const before = await bothRecords(record.ownerUrl, ids)
        const entriesBefore = await entries(ids)
        const stack: { id: Uuid; survivorId: Uuid; mergedId: Uuid; was: Standing[] }[] = []
        const written: string[] = []
        let standing = all
        const undo = async () => {
          const last = stack.pop()
          if (!last) return
          const outcome = await record.as(manager, work =>
            undoMerge(work, { ...last, reason: 'Two people', assigned: [] }),
          )
          expect(outcome).toBe('undone')
          standing = last.was
        }
        for (const { one, other, keep, write, undo: undoes } of steps) {
          if (undoes) await undo()
          const survivor = standing[one % standing.length]
          const merged = standing[other % standing.length]
          if (survivor && merged && survivor !== merged) {
            const ties = [...survivor.ties, ...merged.ties]
            const chosen = ties.filter((_, place) => (keep >> place) % 2 === 1)
            // Somebody must go on to direct the one record: a lead or a family gives that, a transfer asked for does not.
            const directs = ({ kind }: Tie) => kind === 'lead' || kind === 'family'
            const first = survivor.ties.find(directs)
            const going = chosen.some(directs) || !first ? chosen : [first, ...chosen]
            const kept = together(going)
            const done = await joinRecords(record, {
              asker,
              manager,
              one: survivor.id,
              other: merged.id,
              chosen: { holdings: kept.map(({ id }) => id) },
            })
            expect(done.outcome).toBe('merged')
            merges += 1
            stack.push({ id: done.id, survivorId: survivor.id, mergedId: merged.id, was: standing })
            const joined = { id: survivor.id, ids: [...survivor.ids, ...merged.ids], ties: kept }
            standing = standing.map(one => (one === survivor ? joined : one)).filter(one => one !== merged)
            if (write) {
              const row = makeUuid()
              written.push(row)
              await record.as(manager, work =>
                sql`insert into significant_event (id, person_id, happened_on, description)
                values (${row}, ${survivor.id}, '2025-01-01', 'Since')`.execute(work.db()),
              )
            }
            await holdsTo(standing)
          }
        }
        while (stack.length > 0) await undo()
        const after = (await bothRecords(record.ownerUrl, ids)).filter(
          row => !written.some(id => row.includes(id)),
        )
        expect(after).toEqual(before)
        expect(await entries(ids)).toEqual(entriesBefore)
      },
    ),
    { numRuns: chains, endOnFailure: true },
  )
  expect(merges).toBeGreaterThan(chains / 2)
}, 600_000)
