import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../main/modules.ts'
import type { SupervisionTables } from './tables.ts'
import { days, pageOf, supervisionStage, today } from './testing/supervisionStage.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const stage = await supervisionStage(record)
const { manager, worker, colleague, leader, otherManager, director, teamId } = stage
const { child, ask, begun, write, counted } = stage

describe('a dip sample', () => {
  const half = { complete: 'yes', learning: 'A word' }
  const drawn = { ...days('from', today), ...days('until', today), size: '1', seed: 'spring' }

  test('is drawn and scored by who leads the supervisor, and read by who was audited when it is done', async () => {
    const session = await begun()
    await write(session, { ...half, [`direction_${child}`]: 'Call the school' })
    expect(
      await ask(manager, 'POST', '/supervision/audits', { ...drawn, team: teamId, auditor: manager.id }),
    ).toEqual({ kind: 'not_found' })
    const reply = await ask(leader, 'POST', '/supervision/audits', {
      ...drawn,
      team: teamId,
      auditor: leader.id,
    })
    if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
    const page = pageOf(await ask(leader, 'GET', reply.location))
    expect(page).toContain('spring')
    const score = /\/supervision\/audits\/sessions\/[0-9a-f-]+/.exec(page)?.[0] as string
    expect(await ask(otherManager, 'GET', score)).toEqual({ kind: 'not_found' })
    expect(pageOf(await ask(leader, 'POST', score, { score_0: '3' }))).toContain('Select a score')
    const scores = { score_0: '3', score_1: '2', score_2: '1', score_3: '0' }
    expect(await ask(leader, 'POST', score, scores)).toMatchObject({ kind: 'redirect' })
    expect(pageOf(await ask(leader, 'GET', '/supervision/audits'))).toContain('1.5 of 3')
    expect(pageOf(await ask(manager, 'GET', reply.location))).toContain('Scored')
    expect(await ask(worker, 'GET', reply.location)).toEqual({ kind: 'not_found' })
  })

  test('a manager of another team reads what they are to score until it is scored', async () => {
    const reply = await ask(leader, 'POST', '/supervision/audits', {
      ...drawn,
      team: teamId,
      auditor: otherManager.id,
    })
    if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
    const page = pageOf(await ask(otherManager, 'GET', reply.location))
    const score = /\/supervision\/audits\/sessions\/[0-9a-f-]+/.exec(page)?.[0] as string
    expect(pageOf(await ask(otherManager, 'GET', score))).toContain('What was learned')
    await ask(otherManager, 'POST', score, { score_0: '3', score_1: '2', score_2: '1', score_3: '0' })
    expect(await counted(otherManager, 'supervision_session')).toBe(0)
  })
})

describe('wellbeing', () => {
  const said = { score_0: '2', score_1: '3', score_2: '4', words: 'Tired' }
  const quarter = today
    .with({ day: 1, month: Math.floor((today.month - 1) / 3) * 3 + 1 })
    .subtract({ months: 3 })
  const tell = async (count: number, of: Uuid) => {
    for (let at = 0; at < count; at += 1) {
      const { id: workerId } = await makers.worker()
      await makers.post({ workerId, teamId: of })
      const checked = {
        worker_id: workerId,
        checked_on: quarter.add({ days: 3 }),
        statements: ['One'],
        scores: '[4]',
      }
      await record.as(serviceActor('storyteller'), work =>
        work
          .db<SupervisionTables>()
          .insertInto('wellbeing_check')
          .values({ id: makeUuid(), ...checked })
          .execute(),
      )
    }
  }
  const numbers = async (actor: Actor) =>
    pageOf(await ask(actor, 'GET', `/supervision/wellbeing/areas?quarter=${quarter.toString()}`))

  test('is read by its writer, and by the line only while it is shared', async () => {
    expect(await ask(worker, 'POST', '/supervision/wellbeing', said)).toMatchObject({ kind: 'redirect' })
    for (const reader of [manager, leader, colleague])
      expect(await counted(reader, 'wellbeing_check')).toBe(0)
    const share = /\/supervision\/wellbeing\/[0-9a-f-]+\/share/.exec(
      pageOf(await ask(worker, 'GET', '/supervision/wellbeing')),
    )?.[0] as string
    expect(await ask(manager, 'POST', share, { share: 'yes' })).toEqual({ kind: 'not_found' })
    await ask(worker, 'POST', share, { share: 'yes' })
    expect(pageOf(await ask(manager, 'GET', `/supervision/workers/${worker.id}`))).toContain('Tired')
    expect(await counted(colleague, 'wellbeing_check')).toBe(0)
    await ask(worker, 'POST', share, { share: 'no' })
    expect(await counted(manager, 'wellbeing_check')).toBe(0)
  })

  test('in numbers tells of no fewer than five, and not by taking one from another', async () => {
    expect((await ask(manager, 'GET', '/supervision/wellbeing/areas')).kind).toBe('forbidden')
    const [small, large] = [await makers.area(), await makers.area()]
    await tell(3, await makers.team({ areaId: small }))
    await tell(6, await makers.team({ areaId: large }))
    expect(await numbers(director)).not.toContain('>6<')
    const third = await makers.area()
    await tell(7, await makers.team({ areaId: third }))
    const page = await numbers(leader)
    expect(page).toContain('>7<')
    expect(page.match(/Too few to tell/g)).toHaveLength(2)
  })
})
