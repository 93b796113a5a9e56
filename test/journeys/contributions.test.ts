import { expect, test } from 'vitest'
import { openAgency } from '../../src/modules/partners/testing/openAgency.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const agency = await openAgency(team.record)
const personId = await agency.child()
const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])

test('a health visitor tells what she knows in five fields, and the holder reads it from her own work', async () => {
  const nurse = await team.visitAs(agency.nurse)
  await nurse.open('/my-children')
  nurse.startCounting()
  await nurse.press(nurse.page.getByRole('link', { name: 'Tell what you know' }).first())
  await isFine(nurse, '/people/:personId/contributions/new')
  await nurse.write(nurse.page.getByLabel('What is going well'), 'Eats and sleeps well')
  await nurse.write(nurse.page.getByLabel('What worries me'), 'Missed two appointments')
  await nurse.press(nurse.page.getByRole('button', { name: 'Tell', exact: true }))
  await nurse.page.getByText('Not read yet').waitFor()
  expect(nurse.interactions()).toBeLessThanOrEqual(4)
  await isFine(nurse, '/people/:personId/contributions')
  await nurse.press(nurse.page.getByRole('link', { name: /^Correct this/ }))
  await isFine(nurse, '/people/:personId/contributions/:contributionId/correct')

  const holder = await team.visitAs(agency.worker)
  await holder.open('/my-work')
  holder.startCounting()
  await holder.press(holder.page.getByRole('link', { name: /^Read for/ }))
  await isFine(holder, '/people/:personId/contributions, of the record')
  expect(await holder.text()).toContain('Missed two appointments')
  await holder.press(holder.page.getByRole('button', { name: 'I have read this' }))
  await holder.page.getByText('Kept: you have read it').waitFor()
  expect(holder.interactions()).toBeLessThanOrEqual(2)
})

test('who knows a child is looked up before anybody is asked, and an agency speaks for itself', async () => {
  const nurse = await team.visitAs(agency.nurse)
  await nurse.open(`/people/${personId}/who-knows`)
  await isFine(nurse, '/people/:personId/who-knows')
  await nurse.write(nurse.page.getByLabel('Day', { exact: true }), '3')
  await nurse.write(nurse.page.getByLabel('Month', { exact: true }), '3')
  await nurse.write(nurse.page.getByLabel('Year', { exact: true }), '2025')
  await nurse.write(nurse.page.getByLabel('Whom to ring, and how'), 'The clinic’s duty desk, 01632 960001')
  await nurse.press(nurse.page.getByRole('button', { name: 'Say that we hold a record' }))
  await nurse.page.getByText('Says that it holds a record').waitFor()
  const holder = await team.visitAs(agency.worker)
  await holder.open(`/people/${personId}`)
  expect(await holder.page.locator('a[href$="/who-knows"]').count()).toBe(1)
  await holder.open(`/people/${personId}/who-knows`)
  expect(await holder.text()).toContain('01632 960001')
})
