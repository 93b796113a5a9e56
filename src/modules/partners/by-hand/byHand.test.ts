import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { partnersModule } from '../module.ts'
import { outstandingSendings, waitingQuestions } from '../notices/queries/questions.ts'
import { openNotice } from '../notices/queries/readNoticePage.ts'
import { encompass, openPolice } from '../testing/openPolice.ts'
import { answerNotice, saySentOn, undoMatch } from './answerNotice.ts'
import { tellOfAnswer } from './tellOfAnswer.ts'

const record = await testRecord()
const { makers } = record
const police = await openPolice(record)
const { send, decider, manager, lead, otherLead, school, otherSchool, officer } = police
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
let sent = 0
/** A notice of somebody whom no rule finds, and its question. */
async function asked(more: Readonly<Record<string, unknown>> = {}) {
  sent += 1
  const child = { given: `Odd${sent}`, family: 'Wetherby', born: '2015-01-01' }
  const { id, reference } = await send(
    'encompass',
    encompass(school, { policeReference: `BH/${sent}`, child, ...more }),
  )
  const all = await record.as(decider, waitingQuestions)
  const question = all.find(({ noticeId }) => noticeId === id)
  if (question === undefined) throw new Error('The front door is asked')
  return { noticeId: id, id: question.id, reference }
}
const match = (by: Actor, id: Uuid, personId: Uuid) =>
  record.as(by, work => answerNotice(work, id, { answer: 'matched', personId, note: 'Same street' }))
const tellOf = (id: Uuid) => record.as(serviceActor('listener'), work => tellOfAnswer(work, id))
const linesOf = async (actor: Actor, path: string) =>
  (
    await record.as(actor, work =>
      sql<{
        kind: string
      }>`select kind from app.notice where worker_id = ${actor.id} and path = ${path}`.execute(work.db()),
    )
  ).rows.map(({ kind }) => kind)
const reads = async (actor: Actor, id: Uuid) =>
  (await record.as(actor, work => openNotice(work, id))) !== null

/** A child at the other school, with somebody who holds the case. */
async function known() {
  const personId = await makers.person({ given: 'Thistle', family: 'Wetherby', born: '2015-01-02' })
  const [worker, teamId] = [await makers.worker(), await makers.team()]
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  await tell(sql`insert into involvement (person_id, worker_id, organisation_id, role, started_on)
    values (${personId}, ${otherLead.id}, ${otherSchool}, 'designated_safeguarding_lead', '2024-01-01')`)
  return { personId, worker }
}

describe('a match by hand', () => {
  test('tells the case and the school on the roll, and taken back it corrects them', async () => {
    const { personId, worker } = await known()
    const one = await asked()
    expect(await reads(otherLead, one.noticeId)).toBe(false)
    expect(await match(decider, one.id, personId)).toBe('kept')
    await tellOf(one.id)
    for (const [actor, may] of [
      [worker, true],
      [otherLead, true],
      [lead, false],
    ] as const)
      expect(await reads(actor, one.noticeId)).toBe(may)
    const path = `/partner-notices/${one.noticeId}`
    expect(await linesOf(worker, path)).toEqual(['partner_notice'])
    expect(await record.as(decider, work => undoMatch(work, one.id, 'Her cousin'))).toBe(true)
    for (const actor of [worker, otherLead]) {
      expect(await reads(actor, one.noticeId)).toBe(false)
      expect(await linesOf(actor, '/partner-notices')).toEqual(['partner_notice_corrected'])
    }
    const again = (await record.as(decider, waitingQuestions)).find(({ id }) => id === one.id)
    expect(again).toMatchObject({ answer: null, undoneBecause: 'Her cousin' })
    expect(await record.as(decider, work => undoMatch(work, one.id, 'Twice'))).toBe(false)
    await tellOf(one.id) // a job that comes late tells nobody
    expect(await reads(otherLead, one.noticeId)).toBe(false)
    expect(await match(manager, one.id, personId)).toBe('kept')
    await tellOf(one.id)
    for (const actor of [worker, otherLead]) expect(await reads(actor, one.noticeId)).toBe(true)
  })
  test('is said once, by the team that was asked and by nobody else', async () => {
    const { personId, worker } = await known()
    const one = await asked()
    for (const actor of [worker, lead, officer])
      expect(await match(actor, one.id, personId)).toBe('not_found')
    expect(await match(decider, makeUuid(), personId)).toBe('not_found')
    expect(await match(decider, one.id, makeUuid())).toBe('not_found')
    expect(await match(decider, one.id, personId)).toBe('kept')
    expect(await match(manager, one.id, personId)).toBe('answered')
    expect(await record.as(worker, work => undoMatch(work, one.id, 'Not theirs'))).toBe(false)
    await expect(
      record.as(decider, work =>
        sql`insert into partner_notice_match (notice_id, place, person_id, how, matched_by)
          values (${one.noticeId}, 1, ${personId}, 'by_hand', ${decider.id})`.execute(work.db()),
      ),
    ).rejects.toThrow('permission denied')
  })
  test('finds somebody who is restricted no more than somebody absent', async () => {
    const { personId } = await known()
    await makers.restriction({ subjectId: personId, members: [] })
    const one = await asked()
    expect(await match(decider, one.id, personId)).toBe('not_found')
  })
})

test('a child who is not on record becomes one contact at the front door, however often it is told', async () => {
  const one = await asked()
  await record.as(decider, work => answerNotice(work, one.id, { answer: 'not_known_here', note: null }))
  for (const _ of [1, 2]) await tellOf(one.id)
  const { rows } = await record.as(decider, work =>
    sql<{ worries: string }>`select worries from contact where worries like ${`%${one.reference}%`}`.execute(
      work.db(),
    ),
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.worries).not.toContain('Shouting')
})

describe('what is another council’s', async () => {
  const councilId = makeUuid()
  await record.database.as(police.admin, 'test', work =>
    sql`insert into neighbour_council (id, name, postcodes, contact)
      values (${councilId}, 'Invented Borough', '{ZZ1}', 'safe@invented.example')`.execute(work.db()),
  )
  test('is outstanding until somebody of the team says how it was sent', async () => {
    const one = await asked()
    await record.as(decider, work =>
      answerNotice(work, one.id, { answer: 'sent_on', councilId, note: 'Lives there' }),
    )
    const open = async () => (await record.as(manager, outstandingSendings)).map(({ id }) => id)
    expect(await open()).toEqual([one.id])
    const say = (by: Actor) =>
      record.as(by, work => saySentOn(work, one.id, { how: 'secure_email', notShared: null }))
    expect(await say(lead)).toBe(false)
    expect(await say(manager)).toBe(true)
    expect(await say(decider)).toBe(false)
    expect(await open()).toEqual([])
  })
})

test('the page offers who may be the child, keeps what is chosen of them, and refuses a form that is stale', async () => {
  const server = await testServer(record.database, [partnersModule])
  const social = await signInAs(server, decider.id)
  const { personId } = await known()
  const child = { given: 'Thistle', family: 'Wetherby', born: '2015-01-02' }
  const one = await asked({ child })
  const path = `/partner-notices/queue/${one.id}`
  expect((await social.get('/partner-notices/queue')).body).toContain(one.reference)
  expect((await social.get(path)).body).toContain(`value="${personId}"`)
  const stranger = await makers.person({ given: 'Quite', family: 'Another' })
  const fields = { step: 'answer', answer: 'matched', note: 'Same street' }
  expect((await social.post(path, { ...fields, person: stranger })).statusCode).toBe(422)
  expect((await social.post(path, { ...fields, person: personId, note: '' })).body).toContain('Enter why')
  expect((await social.post(path, { ...fields, person: personId })).statusCode).toBe(303)
  const late = await social.post(path, { ...fields, person: personId, note: 'Mine too' })
  expect([late.statusCode, late.body.includes('Mine too')]).toEqual([409, true])
  expect((await (await signInAs(server, lead.id)).get(path)).statusCode).toBe(404)
  expect((await social.post(`${path}/undo`, { because: '' })).statusCode).toBe(422)
  expect((await social.post(`${path}/undo`, { because: 'Her cousin' })).statusCode).toBe(303)
  expect((await social.get(path)).body).toContain('Her cousin')
})
