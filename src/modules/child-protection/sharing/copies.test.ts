import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { makeWall } from './commands/walls.ts'
import { copyOf } from './queries/readCopies.ts'
import { paperOf, partsOfPaper } from './queries/readPapers.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { worker, manager, clerk, teamId, ask, tell, family, report, composed, copyFor, approve } =
  await sharingWorld(record)

describe('a copy', () => {
  test('holds what was decided for its recipient, numbered without a gap', async () => {
    const of = await family()
    const id = await report(of, [
      testPart('One', 'First words'),
      testPart('Two', 'Second words'),
      testPart('Three', 'Third words'),
    ])
    const copies = await composed(id, { [of.mother]: ['One', 'Three'], [of.father]: ['Two'] })
    expect(copyFor(copies, of.mother).content.parts.map(({ number, heading }) => [number, heading])).toEqual([
      [1, 'One'],
      [2, 'Three'],
    ])
    expect(copyFor(copies, of.father).content.parts.map(({ heading }) => heading)).toEqual(['Two'])
    expect(JSON.stringify(copyFor(copies, of.father).content)).not.toContain('First words')
  })

  test('never holds safety data, and the database refuses what was not decided', async () => {
    const of = await family()
    const id = await report(of, [
      testPart('One', 'Words'),
      testPart('Safe', 'Where she is', { dataClass: 'C3' }),
    ])
    const [copy] = await composed(id, { [of.mother]: ['One'] })
    expect(copy?.content.parts).toHaveLength(1)
    const undecided = record.as(worker, async work => {
      const [first] = await partsOfPaper(work, id)
      await work
        .db<ChildProtectionTables>()
        .insertInto('paper_copy')
        .values({
          paper_id: id,
          meeting_id: of.meetingId,
          person_ids: [of.boy],
          recipient_id: of.father,
          content: '{}',
          content_hash: Buffer.from('x'),
          part_ids: [first?.id ?? makeUuid()],
        })
        .execute()
    })
    await expect(undecided).rejects.toMatchObject({ constraint: 'copy_decided' })
  })

  test('goes after one approval where the checks met nothing, and not before', async () => {
    const of = await family()
    const id = await report(of, [testPart('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    const give = () =>
      ask(clerk, 'POST', '/copies/:copyId/give', { params: { copyId: copy.id }, sent: { way: 'by_hand' } })
    expect((await give()).kind).toBe('not_found') // business support does not see what is not approved
    expect(await approve(worker, copy)).toBe('approved')
    expect(await give()).toMatchObject({ kind: 'redirect', success: 'Given' })
    expect((await record.as(worker, work => copyOf(work, copy.id)))?.status).toBe('released')
  })

  test('of a child about a sibling needs a decision, and two people', async () => {
    const of = await family()
    const id = await report(of, [testPart('Boy', 'His matters', { personIds: [of.boy] })])
    const copy = copyFor(await composed(id, { [of.girl]: ['Boy'] }), of.girl)
    expect(copy.findings.map(({ kind }) => kind)).toContain('not_theirs')
    const page = contentOf(
      await ask(worker, 'POST', '/copies/:copyId/approve', {
        params: { copyId: copy.id },
        sent: { answer: 'They are close' },
      }),
    )
    expect(page).toContain('no parental responsibility for every child')
    const because = { answer: 'They are close', because: 'She looks after him' }
    expect(
      await ask(worker, 'POST', '/copies/:copyId/approve', { params: { copyId: copy.id }, sent: because }),
    ).toMatchObject({ success: expect.stringContaining('second person') })
    expect(
      await ask(manager, 'POST', '/copies/:copyId/approve', { params: { copyId: copy.id }, sent: {} }),
    ).toMatchObject({ success: 'Approved' })
  })

  test('is not given when its reader has lost parental responsibility, or a wall was raised, since it was approved', async () => {
    const of = await family()
    const id = await report(of, [testPart('One', 'Plain words')])
    const copies = await composed(id, { [of.mother]: ['One'], [of.father]: ['One'] })
    for (const person of [of.mother, of.father]) await approve(worker, copyFor(copies, person))
    await tell(work =>
      sql`update relationship set has_parental_responsibility = false where person_id = ${of.mother}::uuid`.execute(
        work.db(),
      ),
    )
    await record.as(worker, work => makeWall(work, of.father, [of.girl, of.boy], 'He must not find them'))
    for (const person of [of.mother, of.father]) {
      const params = { copyId: copyFor(copies, person).id }
      expect(
        contentOf(await ask(clerk, 'POST', '/copies/:copyId/give', { params, sent: { way: 'by_hand' } })),
      ).toContain('Something has changed')
    }
  })

  test('that names whoever told us, or a child whom it is not about, is met by the checks', async () => {
    const of = await family()
    await tell(async work => {
      const contactId = makeUuid()
      await sql`insert into contact (id, reference, team_id, channel, received_at, referrer_name, worries, person_ids)
        values (${contactId}::uuid, ${contactId}, ${teamId}::uuid, 'telephone', now(), 'Marla Madeupcaller', 'Shouting', ${[of.boy]}::uuid[])`.execute(
        work.db(),
      )
      await sql`insert into contact_person (contact_id, role, given, person_id, matched_at) values (${contactId}::uuid, 'child', 'Torvald', ${of.boy}::uuid, now())`.execute(
        work.db(),
      )
    })
    const about = { personIds: [of.girl] }
    const id = await report(of, [
      testPart('One', 'Marla Madeupcaller rang'),
      testPart('Two', 'She looks after Torvald', about),
    ])
    const copies = await composed(id, { [of.mother]: ['One'], [of.girl]: ['Two'] })
    expect(copyFor(copies, of.mother).findings).toContainEqual({ kind: 'referrer', parts: [1] })
    expect(copyFor(copies, of.girl).findings).toContainEqual({ kind: 'other_child', parts: [1] })
  })

  test('of a paper that was corrected meanwhile is replaced, and cannot be given', async () => {
    const of = await family()
    const id = await report(of, [testPart('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    const begun = await ask(worker, 'POST', '/papers/:paperId/correct', {
      params: { paperId: id },
      sent: { reason: 'A date was wrong' },
    })
    const corrected = begun.kind === 'redirect' ? (begun.location.split('/').at(-1) as Uuid) : makeUuid()
    await ask(worker, 'POST', '/papers/:paperId/finish', {
      params: { paperId: corrected },
      sent: { version: '1' },
    })
    const now = await record.as(worker, work => copyOf(work, copy.id))
    expect([now?.status, now?.endedBecause]).toEqual(['replaced', 'A date was wrong'])
    expect((await record.as(worker, work => paperOf(work, id)))?.status).toBe('replaced')
  })
})
