import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { makeWall } from './commands/walls.ts'
import { partsOfPaper } from './queries/readPapers.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const { worker, teamId, ask, tell, family, report } = await sharingWorld(record)

/** A family behind a wall, and a co-worker of the girl who is named beside the father. */
async function walled() {
  const of = await family()
  const beside = await makers.worker()
  await makers.allocation({ personId: of.girl, teamId, workerId: beside.id, role: 'co_worker' })
  await makers.involvement({ personId: of.father, workerId: beside.id })
  await record.as(worker, work =>
    makeWall(work, of.father, [of.mother, of.girl, of.boy], 'He must not find them'),
  )
  return { ...of, beside }
}

describe('what has become safety data', () => {
  test('is kept back in its past too, from before anybody said so', async () => {
    const of = await walled()
    const addressId = makeUuid()
    await record.as(worker, work =>
      sql`insert into person_address (id, person_id, kind, lines, started_on)
        values (${addressId}::uuid, ${of.mother}::uuid, 'home', '9 Former Row', '2026-01-01')`.execute(
        work.db(),
      ),
    )
    const before = await record.settled()
    const reads = (actor: Actor) =>
      record.as(actor, work => addressesOf(work, of.mother), { knownAt: before })
    expect([await reads(worker), await reads(of.beside)]).toEqual([['9 Former Row'], ['9 Former Row']])
    await record.as(worker, work =>
      sql`update person_address set is_confidential = true where id = ${addressId}::uuid`.execute(work.db()),
    )
    expect([await reads(worker), await reads(of.beside)]).toEqual([['9 Former Row'], []])
  })

  test('keeps a part back as it stood when anybody might read it', async () => {
    const of = await walled()
    const paperId = await report(of, [testPart('Where', 'She is in Farhaven')])
    const before = await record.settled()
    const reads = (actor: Actor) =>
      record.as(actor, async work => (await partsOfPaper(work, paperId)).map(({ words }) => words), {
        knownAt: before,
      })
    expect(await reads(of.beside)).toEqual(['She is in Farhaven'])
    await tell(work =>
      sql`update paper_part set data_class = 'C3' where paper_id = ${paperId}::uuid`.execute(work.db()),
    )
    expect([await reads(worker), await reads(of.beside)]).toEqual([['She is in Farhaven'], []])
  })
})

describe('a paper with safety data in it', () => {
  test('is not corrected by whoever does not read all of it', async () => {
    const of = await walled()
    const safety = testPart('Where', 'She is in Farhaven', { dataClass: 'C3' })
    const paperId = await report(of, [testPart('One', 'Plain words'), safety])
    const correct = (actor: Actor) =>
      ask(actor, 'POST', '/papers/:paperId/correct', {
        params: { paperId },
        sent: { reason: 'A wrong day' },
      })
    await makers.allocation({ personId: of.boy, teamId, workerId: of.beside.id, role: 'co_worker' })
    expect(await correct(of.beside)).toEqual({ kind: 'not_found' })
    await expect(begun(of.beside, of, paperId)).rejects.toMatchObject({ code: '42501' })
    expect(await correct(worker)).toMatchObject({ kind: 'redirect', success: 'A correction was begun' })
  })
})

const begun = (actor: Actor, of: { girl: Uuid; boy: Uuid; meetingId: Uuid }, replaces: Uuid) =>
  record.as(actor, work =>
    sql`insert into paper (kind, meeting_id, person_ids, replaces_id, correction_reason) values ('social_work_report',
      ${of.meetingId}::uuid, array[${of.girl}, ${of.boy}]::uuid[], ${replaces}::uuid, 'A wrong day')`.execute(
      work.db(),
    ),
  )

async function addressesOf(work: Work, personId: Uuid): Promise<readonly string[]> {
  const { rows } = await sql<{ lines: string }>`
    select lines from person_address where person_id = ${personId}::uuid order by started_on`.execute(
    work.db(),
  )
  return rows.map(({ lines }) => lines)
}
