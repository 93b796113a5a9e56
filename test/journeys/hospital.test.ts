import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { openHospital } from '../../src/modules/health/testing/hospital.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const hospital = await openHospital(team.record)
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])

describe('a health visitor', () => {
  test('sees a visit come into the open list without a reload, and keeps the focus where it was', async () => {
    const temi = await team.visitAs(hospital.visitor)
    await hospital.send({ visitKey: 'V1', complaint: 'Rash' })
    await temi.open('/attendances')
    await isFine(temi, '/attendances')
    const late = temi.page.getByRole('link', { name: /^Late/ })
    await late.focus()
    await hospital.send({ visitKey: 'V2', complaint: 'Scald, hot drink' })
    await temi.page.getByText('1 new visit', { exact: true }).waitFor()
    expect(await temi.text()).toContain('Scald, hot drink')
    expect(await temi.page.locator('a:focus').textContent()).toMatch(/^\s*Late/)
    await isFine(temi, '/attendances after news')
  })

  test('opens a visit, says what was done, and finds it among the read, in at most 4 interactions', async () => {
    const temi = await team.visitAs(hospital.visitor)
    await hospital.send({ visitKey: 'V3', complaint: 'Swallowed a button battery' })
    await temi.open('/attendances')
    temi.startCounting()
    await temi.press(temi.page.getByRole('row', { name: /button battery/ }).getByRole('link'))
    await isFine(temi, '/attendances/:attendanceId')
    await temi.tick(temi.page.getByRole('radio', { name: 'Telephoned the family' }))
    await temi.press(temi.page.getByRole('button', { name: 'Save' }))
    await temi.page.getByText('Kept: what you did is with the visit').waitFor()
    expect(temi.interactions()).toBeLessThanOrEqual(4)
    expect(await temi.text()).not.toContain('Swallowed a button battery')
    await temi.open('/attendances?show=all')
    expect(await temi.text()).toContain('Telephoned the family')
  })

  test('reads the list without JavaScript, by the link', async () => {
    const temi = await team.visitAs(hospital.visitor, { javaScript: false })
    await temi.open('/attendances')
    await hospital.send({ visitKey: 'V4', complaint: 'Not feeding' })
    await temi.press(temi.page.getByRole('link', { name: 'Show what has come since' }))
    expect(await temi.text()).toContain('Not feeding')
  })
})

test('paediatric liaison has a child whom nobody knows, and no nurse of another team a list of theirs', async () => {
  const odile = await team.visitAs(hospital.liaisonNurse)
  await hospital.send({ visitKey: 'V5', complaint: 'Asthma attack', person: { family: 'Unheard' } })
  await odile.open('/attendances')
  expect(await odile.text()).toContain('Asthma attack')
  await isFine(odile, '/attendances of liaison')
  await odile.press(odile.page.getByRole('link', { name: 'Questions that your team is asked' }))
  await isFine(odile, '/attendances/questions')
  await odile.open('/attendances')
  await odile.press(odile.page.getByRole('row', { name: /Asthma attack/ }).getByRole('link'))
  await odile.press(odile.page.getByRole('link', { name: /^Answer/ }).first())
  await isFine(odile, 'the question')
  await odile.open('/attendances/timeliness')
  await isFine(odile, '/attendances/timeliness')
  const nurse = await team.visitAs(hospital.schoolNurse)
  await nurse.open('/attendances')
  expect(await nurse.text()).not.toContain('Asthma attack')
})

test('paediatric liaison sends a visit on to the council where the child lives, in at most 5 interactions', async () => {
  await team.record.as(hospital.admin, work =>
    sql`insert into neighbour_council (name, postcodes, contact) values ('Invented Borough', '{ZZ7}', 'safe@invented.example')`.execute(
      work.db(),
    ),
  )
  const person = { family: 'Elsewhere', postcode: 'ZZ7 1AA' }
  await hospital.send({ visitKey: 'V9', complaint: 'Burn', person })
  const odile = await team.visitAs(hospital.liaisonNurse)
  await odile.open('/attendances/questions?reason=lives_elsewhere')
  odile.startCounting()
  await odile.press(odile.page.getByRole('row', { name: /Elsewhere/ }).getByRole('link'))
  await isFine(odile, '/attendances/:attendanceId/elsewhere/:questionId')
  await odile.tick(odile.page.getByRole('radio', { name: 'Invented Borough' }))
  await odile.tick(odile.page.getByRole('radio', { name: 'By secure e-mail', exact: true }))
  await odile.write(odile.page.getByLabel('Who there said that it arrived?'), 'Their liaison nurse')
  await odile.press(odile.page.getByRole('button', { name: 'Save' }))
  await odile.page.getByText('Kept: it was sent on').waitFor()
  expect(odile.interactions()).toBeLessThanOrEqual(5)
  await hospital.send({ visitKey: 'V9', kind: 'cancelled', person, sentAt: Temporal.Now.instant() })
  await odile.open('/attendances/questions?reason=correction_elsewhere')
  await odile.press(odile.page.getByRole('row', { name: /Elsewhere/ }).getByRole('link'))
  await odile.press(odile.page.getByRole('link', { name: 'The sheet to send or print' }))
  await isFine(odile, 'the sheet')
  expect(await odile.text()).toContain('Disregard what we told you')
})

test('an administrator finds a message of a hospital that nobody set up, and closes it with a reason', async () => {
  await team.record.as(serviceActor('listener'), async work => {
    const id = makeUuid()
    await sql`insert into app.message_in (id, said_sender, channel, control_id, sha256, sealed, answer_code, answer, fault)
      values (${id}, 'RQQ11', 'mllp', '7', ${createHash('sha256').update(id).digest()}, ''::bytea, 'AR', ''::bytea, 'sender_not_accepted')`.execute(
      work.db(),
    )
    await sql`insert into app.message_work (message_id, state, reason) values (${id}, 'refused', 'sender_not_accepted')`.execute(
      work.db(),
    )
  })
  const lee = await team.visitAs(hospital.admin)
  await lee.open('/administration/messages')
  await isFine(lee, '/administration/messages')
  lee.startCounting()
  await lee.press(lee.page.getByRole('row', { name: /RQQ11/ }).getByRole('link'))
  await isFine(lee, '/administration/messages/:messageId')
  await lee.tick(lee.page.getByRole('radio', { name: /^Close it/ }))
  await lee.write(
    lee.page.getByLabel('Why nothing is to be made of it, to close it'),
    'A trial, the trust says',
  )
  await lee.press(lee.page.getByRole('button', { name: 'Save' }))
  await lee.page.getByText('The message is closed').waitFor()
  expect(lee.interactions()).toBeLessThanOrEqual(4)
})

test('the timeliness board and a worker’s notices change while they are open', async () => {
  const worker = await team.record.makers.worker()
  const child = await team.record.makers.person({ born: '2019-03-04' })
  const teamId = await team.record.makers.team()
  await team.record.makers.allocation({ personId: child, teamId, workerId: worker.id })
  const holder = await team.visitAs(worker)
  await holder.open('/notices')
  await isFine(holder, '/notices')
  const board = await team.visitAs(hospital.visitorsLead)
  await board.open('/attendances/timeliness')
  const { attendance } = await hospital.send({ visitKey: 'V6', complaint: 'Fell' })
  await board.page.getByText('1 new visit', { exact: true }).waitFor()
  await team.record.as(serviceActor('listener'), async work => {
    await sql`insert into app.notice (worker_id, kind, path, made_by) values (${worker.id}, 'attendance', ${`/attendances/${attendance.id}`}, ${work.actor.id})`.execute(
      work.db(),
    )
  })
  await holder.page.getByText('1 new notice', { exact: true }).waitFor()
  expect(await holder.text()).toContain('A child you work with was at hospital')
  await isFine(holder, '/notices after news')
})
