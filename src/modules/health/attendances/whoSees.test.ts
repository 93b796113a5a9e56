import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor, userClasses } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { openHospital } from '../testing/hospital.ts'
import { answerNotice, markRead } from './commands/answerNotice.ts'
import { readAttendance } from './queries/readAttendance.ts'

// docs/access.md, "Attendances at hospital", rule by rule.
const record = await testRecord()
const { makers } = record
const hospital = await openHospital(record)
const { send, visitor, visitorsLead, visiting, schoolNurse, liaisonNurse } = hospital
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))

/** A child of the record with a case, and a visit of theirs. */
async function ofCase(visitKey: string) {
  const personId = await makers.person({ given: 'Tansy', family: 'Marrowby', born: '2024-05-02' })
  const number = String(9_000_000_000 + Math.floor(Math.random() * 999_999_999)) // only ever compared with itself
  await tell(
    sql`insert into person_identifier (person_id, kind, value) values (${personId}, 'nhs_number', ${number})`,
  )
  const teamId = await makers.team()
  const [worker, manager, colleague] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: colleague.id, teamId })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  const { attendance } = await send({ visitKey, person: { nhsNumber: number, nhsPassed: true } })
  return { personId, number, teamId, worker, manager, colleague, id: attendance.id }
}
const seen = (actor: Actor, id: Uuid) => record.as(actor, work => readAttendance(work, id))
const kinds = async (actor: Actor, id: Uuid) => (await seen(actor, id))?.told.map(({ kind }) => kind) ?? null

describe('a visit of somebody nobody knows', () => {
  test('is read by the nurses’ team, its manager and liaison, and by no other nurse', async () => {
    const { attendance } = await send({ visitKey: 'nobody' })
    for (const actor of [visitor, visitorsLead])
      expect(await kinds(actor, attendance.id)).toEqual(['health_visitor'])
    expect(await kinds(liaisonNurse, attendance.id)).toEqual(['health_visitor', 'liaison']) // they see whom else among nurses
    expect(await seen(schoolNurse, attendance.id)).toBeNull()
  })
  test('is read by no class of user for its own sake', async () => {
    const { attendance } = await send({ visitKey: 'classes' })
    for (const kind of userClasses) {
      const read = seen(await makers.worker({ class: kind }), attendance.id)
      const answer = await read.catch((error: Error) =>
        error.message.includes('permission denied') ? null : error,
      )
      expect(answer, kind).toBeNull()
    }
  })
  test('is read no more by a nurse whose post has ended, or who has left', async () => {
    const { attendance } = await send({ visitKey: 'left' })
    const [former, leaver] = [await makers.worker(), await makers.worker({ leftAt: '2024-01-01T00:00:00Z' })]
    await makers.post({
      workerId: former.id,
      teamId: visiting,
      role: 'health_visitor',
      endedOn: '2025-01-01',
    })
    await makers.post({ workerId: leaver.id, teamId: visiting, role: 'health_visitor' })
    for (const actor of [former, leaver]) expect(await seen(actor, attendance.id)).toBeNull()
  })
})

describe('a visit of a child of the record', () => {
  test('is read by who holds the case, with whom it is of; its team’s duty is told, not all the team', async () => {
    const { id, worker, manager, colleague, personId } = await ofCase('case')
    expect(await seen(worker, id)).toMatchObject({ personId })
    expect(await kinds(manager, id)).toContain('team_duty')
    expect(await seen(colleague, id)).toBeNull()
    expect(await seen(visitor, id)).toMatchObject({ personId: null })
  })
  test('is hidden from a nurse who knows the child in private life, and from her alone', async () => {
    const { id, personId, manager } = await ofCase('conflict')
    const other = await makers.worker()
    await makers.post({ workerId: other.id, teamId: visiting, role: 'health_visitor' })
    await tell(
      sql`insert into access.conflict (actor_id, subject_id, kind, declared_by) values (${visitor.id}, ${personId}, 'own_family', ${manager.id})`,
    )
    expect(await seen(visitor, id)).toBeNull()
    expect(await kinds(other, id)).toEqual(['health_visitor'])
    expect(await seen(liaisonNurse, id)).toBeNull()
  })
})

describe('answering', () => {
  test('is for whoever was told: the case’s worker reads the nurses’ notice and does not answer it', async () => {
    const { id, worker } = await ofCase('answer')
    const notice = (await seen(visitor, id))?.told.find(({ kind }) => kind === 'health_visitor')
    if (notice === undefined) throw new Error('The health visitor was told')
    expect(await record.as(worker, work => markRead(work, notice.id))).toBe(false)
    expect(await record.as(visitor, work => markRead(work, notice.id))).toBe(true)
    expect(await record.as(visitorsLead, work => markRead(work, notice.id))).toBe(false) // somebody has it
    const done = { done: 'telephoned', note: null } as const
    expect(await record.as(visitor, work => answerNotice(work, { id: notice.id, version: 1 }, done))).toBe(
      false,
    )
    expect(await record.as(visitor, work => answerNotice(work, { id: notice.id, version: 2 }, done))).toBe(
      true,
    )
  })
  test('by hand a team of nurses is told by who was asked, and nobody else is told by hand', async () => {
    const { attendance } = await send({ visitKey: 'by hand' })
    const tellTeam = (actor: Actor, kind: string) =>
      record.as(actor, work =>
        sql`insert into attendance_notice (attendance_id, kind, team_id, why, rule_version, read_by_day)
          values (${attendance.id}, ${kind}, ${hospital.schoolNursing}, 'by_hand', 'by_hand', '2026-01-01')`.execute(
          work.db(),
        ),
      )
    await expect(tellTeam(schoolNurse, 'school_nurse')).rejects.toThrow('row-level security')
    await expect(tellTeam(liaisonNurse, 'team_duty')).rejects.toThrow('row-level security')
    await tellTeam(liaisonNurse, 'school_nurse')
    expect(await kinds(schoolNurse, attendance.id)).toEqual(['school_nurse'])
  })
  test('who it is is said by who was asked, of a person whom they may know', async () => {
    const { attendance } = await send({ visitKey: 'who' })
    const personId = await makers.person()
    const match = (actor: Actor) =>
      record.as(actor, work =>
        sql`insert into attendance_match (id, attendance_id, person_id, how, matched_by)
          values (${makeUuid()}, ${attendance.id}, ${personId}, 'by_hand', ${actor.id})`.execute(work.db()),
      )
    await expect(match(liaisonNurse)).rejects.toThrow('row-level security')
    await makers.involvement({ personId, workerId: liaisonNurse.id, role: 'health_visitor' })
    await makers.involvement({ personId, workerId: visitor.id, role: 'health_visitor' })
    await expect(match(visitor)).rejects.toThrow('row-level security')
    await match(liaisonNurse)
  })
})

test('messages as they came are read by the listener alone', async () => {
  await send({ visitKey: 'sealed' })
  for (const kind of userClasses) {
    const actor = await makers.worker({ class: kind })
    await expect(
      record.as(actor, work => sql`select sealed from app.message_in`.execute(work.db())),
    ).rejects.toThrow('permission denied')
  }
})
