import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { readArrival } from '../../src/main/jobs/readArrival.ts'
import { notification, openPolice, referral } from '../../src/modules/partners/testing/openPolice.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const county = await openPolice(team.record)
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const { database } = team.record

/** What waits is read, as the worker does. */
async function readAll(): Promise<void> {
  const { rows } = await team.record.as(serviceActor('listener'), work =>
    sql<{ id: string }>`select message_id as id from app.message_work where state = 'waiting'`.execute(
      work.db(),
    ),
  )
  const task = readMessageTask(team.files.sealer, readArrival)
  for (const { id } of rows) await task.run({ database, log: makeLog({ level: 'silent' }) }, { id })
}

test('the police tell of a night, and the school’s lead reads it before the school day', async () => {
  const officer = await team.visitAs(county.officer)
  await officer.open('/partner-notices')
  await isFine(officer, '/partner-notices of the police')
  await officer.press(officer.page.getByRole('link', { name: 'Tell the council' }))
  await isFine(officer, '/partner-notices/send')
  await officer.press(officer.page.getByRole('link', { name: /Encompass/ }))
  await isFine(officer, '/partner-notices/send/:kind')
  officer.startCounting()
  await officer.write(officer.page.getByLabel('Police reference'), 'NM/1/26')
  await officer.write(officer.page.getByLabel('Given name').first(), 'Tansy')
  await officer.write(officer.page.getByLabel('Family name').first(), 'Marrowby')
  await officer.tick(officer.page.getByRole('radio', { name: 'At a school' }))
  await officer.page.getByLabel('School').last().selectOption(county.school)
  await officer.write(officer.page.getByLabel('Day', { exact: true }).last(), '10')
  await officer.write(officer.page.getByLabel('Month', { exact: true }).last(), '3')
  await officer.write(officer.page.getByLabel('Year', { exact: true }).last(), '2026')
  await officer.write(officer.page.getByLabel(/^Time/).last(), '22:15')
  await officer.write(officer.page.getByLabel('Where it happened'), '1 Invented Row')
  await officer.tick(officer.page.getByRole('radio', { name: 'Yes' }).first())
  await officer.write(officer.page.getByLabel('What happened'), 'A door was broken')
  await officer.press(officer.page.getByRole('button', { name: 'Send' }))
  await officer.page.getByText(/Your reference is KN-/).waitFor()
  await isFine(officer, '/partner-notices/sent')
  expect(officer.interactions()).toBeLessThanOrEqual(14)
  await readAll()
  const lead = await team.visitAs(county.lead)
  await lead.open('/partner-notices')
  expect(await lead.text()).toContain('before the school day')
  lead.startCounting()
  await lead.press(lead.page.getByRole('row', { name: /Encompass/ }).getByRole('link'))
  await isFine(lead, '/partner-notices/:noticeId')
  expect(await lead.text()).toContain('A door was broken')
  await lead.press(lead.page.getByRole('button', { name: 'I have read this' }))
  await lead.page.getByText('Kept: you have read it').waitFor()
  expect(lead.interactions()).toBeLessThanOrEqual(2)
})

test('another school’s lead sees nothing of it, and the front door has what nobody could match', async () => {
  await county.send('police_notification', notification())
  const other = await team.visitAs(county.otherLead)
  await other.open('/partner-notices?show=all')
  expect(await other.text()).not.toContain('Tansy')
  const decider = await team.visitAs(county.decider)
  await decider.open('/partner-notices/queue')
  await isFine(decider, '/partner-notices/queue')
  expect(await decider.text()).toContain('Tansy')
  await decider.press(
    decider.page
      .getByRole('row', { name: /Police notification/ })
      .first()
      .getByRole('link'),
  )
  await isFine(decider, '/partner-notices/queue/:questionId')
})

test('a manager of the front door names who else reads a MARAC referral, and ends it', async () => {
  await county.send('marac', referral())
  const manager = await team.visitAs(county.manager)
  await manager.open('/partner-notices')
  await manager.press(manager.page.getByRole('row', { name: /MARAC/ }).first().getByRole('link'))
  await manager.press(manager.page.getByRole('link', { name: 'Who else reads it' }))
  await isFine(manager, '/partner-notices/:noticeId/readers')
  await manager.write(manager.page.getByLabel('Find a colleague or partner by name'), 'Madeup')
  await manager.press(manager.page.getByRole('button', { name: 'Find' }))
  await manager.tick(manager.page.getByRole('radio', { name: /Madeup/ }).first())
  await manager.tick(manager.page.getByRole('radio', { name: 'Three months' }))
  await manager.write(manager.page.getByLabel('Why they need to read it'), 'She supports her')
  await manager.press(manager.page.getByRole('button', { name: 'Name', exact: true }))
  await manager.page.getByText('they are told that there is something to read').waitFor()
  await isFine(manager, '/partner-notices/:noticeId/readers, with one named')
  await manager.write(manager.page.getByLabel(/reads it no more/), 'The case is closed')
  await manager.press(manager.page.getByRole('button', { name: 'End' }))
  await manager.page.getByText('Ended: they read it no more').waitFor()
})
