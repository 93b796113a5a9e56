import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { makeWall } from './commands/walls.ts'
import { wallsAround } from './queries/walls.ts'
import { testPart } from './testing/shareStage.ts'
import { sharingWorld } from './testing/sharingWorld.ts'

const record = await testRecord()
registerModules()
const { worker, manager, clerk, ask, tell, family, report, composed, copyFor, approve, toldOf } =
  await sharingWorld(record)

describe('before a wall', () => {
  async function walled() {
    const of = await family()
    await tell(async work => {
      await sql`insert into person_address (person_id, kind, lines, postcode, is_confidential, started_on)
        values (${of.mother}::uuid, 'refuge', '4 Hidden Yard, Farhaven', 'ZZ99 4QQ', true, '2026-01-01')`.execute(
        work.db(),
      )
      await sql`insert into person_contact (person_id, kind, value, is_safe) values (${of.mother}::uuid, 'mobile', '07700 900123', true)`.execute(
        work.db(),
      )
      await sql`insert into organisation (id, name, kind) values (${of.boy}::uuid, ${`Hidden Yard Primary School ${of.boy.slice(-4)}`}, 'school')`.execute(
        work.db(),
      )
      await sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on)
        values (${of.boy}::uuid, ${of.boy}::uuid, 'Olla Madeupteacher', 'designated_safeguarding_lead', '2026-01-01')`.execute(
        work.db(),
      )
      await sql`insert into note (kind, happened_at, author_id, person_ids, body) values ('telephone', now(), ${worker.id}::uuid,
        array[${of.mother}::uuid], 'The new kitchen has a yellow door and two windows, she said')`.execute(
        work.db(),
      )
    })
    await record.as(worker, work =>
      makeWall(work, of.father, [of.mother, of.girl, of.boy], 'He must not find them'),
    )
    return of
  }

  test('everything that would tell where they are is met, for him alone', async () => {
    const of = await walled()
    const texts = {
      hidden_address: 'They live near 4 Hidden Yard now',
      hidden_contact: 'Ring her on 07700900123',
      hidden_place: `He goes to Hidden Yard Primary School ${of.boy.slice(-4)}`,
      hidden_worker: 'Olla Madeupteacher says that he settles',
      note: 'She said that the new kitchen has a yellow door and two windows',
    }
    const id = await report(
      of,
      Object.entries(texts).map(([heading, words]) => testPart(heading, words)),
    )
    const copies = await composed(id, { [of.father]: Object.keys(texts), [of.mother]: Object.keys(texts) })
    const his = copyFor(copies, of.father)
    for (const [at, kind] of Object.keys(texts).entries())
      expect(his.findings.find(one => one.kind === kind)?.parts, kind).toContain(at + 1)
    expect(copyFor(copies, of.mother).findings.map(({ kind }) => kind)).toEqual([])
  })

  test('two people approve what he is given, though nothing was met', async () => {
    const of = await walled()
    const id = await report(of, [testPart('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.father]: ['One'] }), of.father)
    expect([copy.isWalled, copy.findings]).toEqual([true, []])
    expect(await approve(worker, copy)).toBe('waits')
    expect(await toldOf(manager)).toContain(`/copies/${copy.id}`)
    await expect(approve(worker, copy)).rejects.toMatchObject({ constraint: 'copy_approval' })
    expect(await approve(manager, copy)).toBe('approved')
  })

  test('stands until another, who directs the case, ends it with a reason', async () => {
    const of = await walled()
    const [wall] = await record.as(worker, work => wallsAround(work, of.mother))
    const end = (actor: Actor, reason: string) =>
      ask(actor, 'POST', '/people/:personId/walls/:wallId/end', {
        params: { personId: of.mother, wallId: wall?.id ?? makeUuid() },
        sent: { reason },
      })
    expect(contentOf(await end(worker, 'He has moved abroad'))).toContain('did not raise it')
    expect(contentOf(await end(manager, 'Because'))).toContain('ten characters')
    expect(await end(manager, 'He has moved abroad')).toMatchObject({
      kind: 'redirect',
      success: 'The wall was ended',
    })
  })

  test('the page of walls is absent for whoever has no safety data', async () => {
    const of = await walled()
    expect(
      contentOf(await ask(worker, 'GET', '/people/:personId/walls', { params: { personId: of.mother } })),
    ).toContain('He must not find them')
    expect(await ask(clerk, 'GET', '/people/:personId/walls', { params: { personId: of.mother } })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(worker, 'GET', '/people/:personId/walls', { params: { personId: makeUuid() } })).toEqual(
      { kind: 'not_found' },
    )
  })
})
