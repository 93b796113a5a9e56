import { expect, test } from 'vitest'
import { shareStage } from '../../src/modules/child-protection/sharing/testing/shareStage.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import { picture } from './stage/picture.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const stage = await shareStage(team.record)
const isFine = async (someone: Visitor, where: string) => {
  expect(await faults(someone, where)).toEqual([])
  await picture(someone, where)
}
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())

test('a worker opens an account, prints its letter, and records where the mother chose to be told', async () => {
  const rowan = await team.visitAs(stage.worker)
  await rowan.open(`/people/${stage.girl}/family-access`)
  await isFine(rowan, 'family access, empty')
  await rowan.page.getByLabel('Ebba Madeup').check()
  await press(rowan, 'Open the account')
  await rowan.page.getByText('Account opened. Make an invitation next').waitFor()
  await isFine(rowan, 'family access')
  await rowan.press(rowan.page.getByRole('link', { name: /Record a safe channel/ }))
  await isFine(rowan, 'safe channel')
  await press(rowan, 'Keep it')
  await rowan.page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  await isFine(rowan, 'safe channel, wrong')
  rowan.complaints() // a browser reports every 422 itself
  await rowan.page.getByLabel('E-mail', { exact: true }).check()
  await rowan.page.getByLabel('E-mail address or mobile number').fill('mine.alone@example.org')
  await rowan.page.getByLabel('Who agreed it, and how').fill('Herself, in the office, alone')
  for (const [name, value] of [
    ['Day', '2'],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    await rowan.page.getByLabel(name, { exact: true }).fill(value)
  await press(rowan, 'Keep it')
  await rowan.page.getByText('E-mail to mine.alone@example.org').waitFor()
  await isFine(rowan, 'family access, channel')
  await press(rowan, /Make an invitation/)
  await rowan.page.getByRole('heading', { name: 'Print this letter now' }).waitFor()
  await isFine(rowan, 'invitation')
})
