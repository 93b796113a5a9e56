import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { tellRow } from '../../src/modules/assessments/testing/assessedFamily.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { makers } = team.record
const teamId = await makers.team()
const partnersId = await makers.team({ kind: 'front_door' })
const [manager, worker, police, nurse] = [
  await makers.worker(),
  await makers.worker(),
  await makers.worker(),
  await makers.worker(),
]
await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
await makers.post({ workerId: worker.id, teamId })
await makers.post({ workerId: police.id, teamId: partnersId, role: 'mash_partner' })
const { children } = await makers.family({ children: 3 })
const [eldest] = children as [Uuid]

for (const person_id of children) {
  await makers.allocation({ personId: person_id, teamId, workerId: worker.id })
  await makers.involvement({ personId: person_id, workerId: nurse.id, role: 'health_visitor' })
  await tellRow(team.record, 'referral', {
    person_id,
    received_on: '2026-01-05',
    decided_on: '2026-01-05',
    is_no_further_action: false,
  })
}
const forceId = makeUuid()
await team.record.as(serviceActor('storyteller'), async work => {
  const tables = work.db<Record<string, Record<string, unknown>>>()
  await tables
    .insertInto('organisation')
    .values({ id: forceId, name: 'Exampleshire Constabulary', kind: 'police' })
    .execute()
  await tables.updateTable('worker').set({ organisation_id: forceId }).where('id', '=', police.id).execute()
})

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())

test('a manager calls a discussion on three siblings, police and health bring what they know, and it closes with decisions', async () => {
  const gwen = await team.visitAs(manager)
  await gwen.open(`/people/${eldest}`)
  gwen.startCounting()
  await press(gwen, 'Call a strategy discussion')
  await isFine(gwen, '/people/:personId/meetings/new')
  await gwen.write(gwen.page.getByLabel('Why is there reasonable cause'), 'Marks on both sides of the neck')
  await gwen.write(gwen.page.locator('[name="identified-time"]'), '00:00')
  await press(gwen, 'Plan the meeting')
  await gwen.page.getByText('Meeting planned').waitFor()
  const calling = gwen.interactions()
  await isFine(gwen, '/meetings/:meetingId')
  const meeting = new URL(gwen.page.url()).pathname

  for (const [actor, said] of [
    [police, 'Two calls in March'],
    [nurse, 'Weighed in May, and well'],
  ] as const) {
    const partner = await team.visitAs(actor)
    await partner.open('/meetings')
    await isFine(partner, '/meetings')
    partner.startCounting()
    await follow(partner, /Strategy discussion/)
    await partner.tick(partner.page.getByLabel('I am coming'))
    await press(partner, 'Save your answer')
    await partner.page.getByText('Answer saved').waitFor()
    await follow(partner, 'Room')
    await isFine(partner, '/meetings/:meetingId/room')
    await partner.write(partner.page.getByLabel('What is known, in plain words'), said)
    await press(partner, 'Add')
    await partner.page.getByText(said).waitFor()
    expect(partner.interactions()).toBeLessThanOrEqual(6)
  }

  await gwen.open(`${meeting}/attendance`)
  await isFine(gwen, '/meetings/:meetingId/attendance')
  gwen.startCounting()
  await press(gwen, 'Open the meeting')
  await gwen.page.getByText('Quorate').waitFor()
  expect(await gwen.text()).toContain('Weighed in May, and well')
  await follow(gwen, 'Decision')
  await isFine(gwen, '/meetings/:meetingId/decision')
  for (const id of children) {
    await gwen.tick(gwen.page.locator(`[name="decision-${id}"][value="start_enquiry"]`))
    await gwen.write(gwen.page.locator(`[name="reasons-${id}"]`), 'Not explained')
    await gwen.tick(gwen.page.locator(`[name="joint-${id}"][value="joint"]`))
  }
  await press(gwen, 'Close the discussion')
  await gwen.page.getByText('Discussion closed').waitFor()
  const closing = gwen.interactions()
  await isFine(gwen, '/meetings/:meetingId/record')
  await press(gwen, 'Record as sent')
  await gwen.page.getByText('Recorded as sent').waitFor()
  // the form is filled in from what is known: calling it takes its reason and a time, closing it three answers a child
  expect({ calling: calling <= 5, closing: closing <= 12 }).toEqual({ calling: true, closing: true })

  const officer = await team.visitAs(police)
  await officer.open(`${meeting}/record`)
  await press(officer, 'I have read this record')
  await officer.page.getByText('it is noted that you read it').waitFor()
})
