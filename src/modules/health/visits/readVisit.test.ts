import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { noticesFor } from '../attendances/queries/noticesFor.ts'
import { readAttendance } from '../attendances/queries/readAttendance.ts'
import { openHospital } from '../testing/hospital.ts'

const record = await testRecord()
const { makers } = record
const hospital = await openHospital(record)
const { send, visitor, visiting, schoolNurse, schoolNursing, liaison, liaisonNurse } = hospital
const [door, duty] = [await makers.team({ kind: 'front_door' }), await makers.worker()]
await makers.post({ workerId: duty.id, teamId: door, role: 'duty_manager' })
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))

const NUMBER = '9434765919' // of the range that is kept for tests
const list = (actor: Actor, teamId: Uuid) =>
  record.as(actor, work =>
    noticesFor(work, { show: 'all', teams: { all: [teamId], duty: [] }, limit: 100, offset: 0 }),
  )
const of = async (actor: Actor, teamId: Uuid, attendanceId: Uuid) =>
  (await list(actor, teamId)).filter(one => one.attendanceId === attendanceId)
const minutes = (n: number) => Temporal.Now.instant().subtract({ minutes: n })

async function child(
  number: string | null = NUMBER,
  facts: { readonly family?: string; readonly born?: string } = {},
) {
  const personId = await makers.person({
    given: 'Tansy',
    family: facts.family ?? 'Marrowby',
    born: facts.born ?? '2024-05-02',
  })
  if (number !== null)
    await tell(
      sql`insert into person_identifier (person_id, kind, value, check_passed) values (${personId}, 'nhs_number', ${number}, true)`,
    )
  return personId
}

test('a child under school age is on the health visitors’ list at once, as the hospital told it', async () => {
  const { attendance } = await send({ visitKey: 'first' })
  expect(await of(visitor, visiting, attendance.id)).toMatchObject([
    { kind: 'health_visitor', family: 'Marrowby', readAt: null },
  ])
  expect(await of(schoolNurse, schoolNursing, attendance.id)).toEqual([])
})

test('somebody nobody knows reaches the nurse and paediatric liaison the same day, and no record is made of them', async () => {
  const people = async () =>
    (
      await record.as(serviceActor('verifier'), work =>
        sql<{ n: number }>`select count(*)::int as n from person`.execute(work.db()),
      )
    ).rows[0]?.n
  const before = await people()
  const { attendance } = await send({ visitKey: 'unknown', person: { family: 'Nobodysworth' } })
  expect((await of(liaisonNurse, liaison, attendance.id)).map(({ kind }) => kind)).toEqual(['liaison'])
  const read = await record.as(liaisonNurse, work => readAttendance(work, attendance.id))
  expect(read?.questions.map(({ reason }) => reason)).toEqual(['no_match'])
  expect(await people()).toBe(before)
})

test('one visit is one notice, however many messages tell of it', async () => {
  const first = await send({ visitKey: 'twice', sentAt: minutes(30) })
  const again = await send({ visitKey: 'twice', kind: 'changed', sentAt: minutes(10), complaint: 'Burn' })
  expect(again.attendance.id).toBe(first.attendance.id)
  expect(await of(visitor, visiting, first.attendance.id)).toMatchObject([{ complaint: 'Burn' }])
})

test('an older message never overwrites a newer one, and fills what nobody told', async () => {
  const { attendance } = await send({
    visitKey: 'late',
    kind: 'changed',
    sentAt: minutes(5),
    complaint: 'Asthma',
    place: null,
  })
  const after = await send({
    visitKey: 'late',
    sentAt: minutes(20),
    complaint: 'Cough',
    place: 'Children’s ED',
  })
  expect(after.attendance).toMatchObject({ id: attendance.id, complaint: 'Asthma', place: 'Children’s ED' })
  expect(after.effect.did).toBe('older')
})

test('leaving that was taken back stays so when the leaving comes late', async () => {
  await send({ visitKey: 'stays', sentAt: minutes(60) })
  await send({ visitKey: 'stays', kind: 'leaving_cancelled', sentAt: minutes(20) })
  const late = await send({
    visitKey: 'stays',
    kind: 'left',
    sentAt: minutes(30),
    leftAt: minutes(30),
    outcome: 'Home',
  })
  expect(late.attendance).toMatchObject({ status: 'here', left_at: null, outcome: null })
})

describe('a cancelled visit', () => {
  test('is withdrawn from everybody who was told, as a correction to be seen', async () => {
    const { attendance } = await send({ visitKey: 'cancelled', sentAt: minutes(30) })
    await send({ visitKey: 'cancelled', kind: 'cancelled', sentAt: minutes(5) })
    expect((await of(visitor, visiting, attendance.id))[0]?.withdrawnAt).not.toBeNull()
  })
  test('that overtakes its registration tells nobody', async () => {
    const { attendance } = await send({ visitKey: 'overtaken', kind: 'cancelled', sentAt: minutes(5) })
    await send({ visitKey: 'overtaken', sentAt: minutes(30) })
    expect(await of(visitor, visiting, attendance.id)).toEqual([])
  })
})

describe('a child of the record', () => {
  test('is matched by number and birth; the case’s worker is told, and the nurse stays and learns of no record', async () => {
    const personId = await child()
    const worker = await makers.worker()
    const teamId = await makers.team()
    await makers.post({ workerId: worker.id, teamId, holdsCases: true })
    await makers.allocation({ personId, teamId, workerId: worker.id })
    const { attendance } = await send({ visitKey: 'known', person: { nhsNumber: NUMBER, nhsPassed: true } })
    expect(await of(worker, teamId, attendance.id)).toMatchObject([{ kind: 'named_worker' }])
    expect(await record.as(worker, work => readAttendance(work, attendance.id))).toMatchObject({ personId })
    expect(await of(visitor, visiting, attendance.id)).toHaveLength(1)
    expect(await record.as(visitor, work => readAttendance(work, attendance.id))).toMatchObject({
      personId: null,
    })
    expect(await record.as(schoolNurse, work => readAttendance(work, attendance.id))).toBeNull()
    const { rows } = await record.as(worker, work =>
      sql<{ kind: string }>`select kind from app.notice where worker_id = ${worker.id}`.execute(work.db()),
    )
    expect(rows.map(({ kind }) => kind)).toContain('attendance')
  })

  test('with a number alone and another day of birth is for liaison to look at', async () => {
    await child('9434765870', { family: 'Otherley', born: '2019-01-01' })
    const { attendance } = await send({
      visitKey: 'doubt',
      person: { nhsNumber: '9434765870', nhsPassed: true },
    })
    const read = await record.as(liaisonNurse, work => readAttendance(work, attendance.id))
    expect(read?.questions.map(({ reason }) => reason)).toEqual(['many_matches'])
  })

  test('who is restricted reaches the named list and liaison, no nurse by rule, and liaison learns of no record', async () => {
    const personId = await child('9434765862')
    const onList = await makers.worker()
    await makers.restriction({ subjectId: personId, members: [onList.id] })
    const { attendance } = await send({
      visitKey: 'restricted',
      person: { nhsNumber: '9434765862', nhsPassed: true },
    })
    expect(await of(visitor, visiting, attendance.id)).toEqual([])
    expect((await of(liaisonNurse, liaison, attendance.id)).map(({ kind }) => kind)).toEqual(['liaison'])
    expect(await record.as(liaisonNurse, work => readAttendance(work, attendance.id))).toMatchObject({
      personId: null,
    })
    expect((await of(onList, visiting, attendance.id)).map(({ kind }) => kind)).toEqual(['named_worker'])
  })

  test('a concern of the hospital’s reaches the front door beside the nurse, and no later message takes it away', async () => {
    const person = { nhsNumber: '9434765838', nhsPassed: true }
    const { attendance } = await send({ visitKey: 'concern', sentAt: minutes(30), person })
    expect(await of(duty, door, attendance.id)).toEqual([])
    await send({ visitKey: 'concern', kind: 'changed', sentAt: minutes(20), concerns: ['700255001'], person })
    await send({ visitKey: 'concern', kind: 'left', sentAt: minutes(10), person })
    const late = await send({
      ...{ visitKey: 'concern', kind: 'changed', sentAt: minutes(25), person },
      concerns: ['836881000000105'],
    })
    expect(late.attendance.concerns).toEqual(['700255001', '836881000000105'])
    expect((await of(duty, door, attendance.id)).map(({ kind }) => kind)).toEqual(['front_door'])
    expect((await of(visitor, visiting, attendance.id)).map(({ kind }) => kind)).toEqual(['health_visitor'])
  })

  test('at hospital for the third time within twelve months is told to the front door', async () => {
    const told = async (visitKey: string) => {
      const { attendance } = await send({ visitKey, person: { nhsNumber: '9434765854', nhsPassed: true } })
      return (await of(duty, door, attendance.id)).map(({ kind }) => kind)
    }
    expect([await told('often 1'), await told('often 2'), await told('often 3')]).toEqual([
      [],
      [],
      ['front_door'],
    ])
  })
})
