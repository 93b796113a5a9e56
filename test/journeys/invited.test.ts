import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { numberOf, secretFrom, stepAt } from '#platform/keys'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { invitedPerson, makeDemo } from '../../src/main/demo/index.ts'
import { registerModules, serviceModules } from '../../src/main/modules.ts'
import { violations } from './stage/axe.ts'
import { startBrowser } from './stage/startBrowser.ts'
import { type Visitor, visit } from './stage/visitor.ts'
import { scrollsSideways } from './stage/watchPage.ts'

registerModules()
const record = await testRecord()
const files = testFiles()
const [browser] = await Promise.all([
  startBrowser(),
  makeDemo({
    database: record.database,
    authority: { code: '989', name: 'Northmarsh County Council' },
    children: 1,
    seed: 1,
    today: londonDate(Temporal.Now.instant()),
    sealer: files.sealer,
  }),
])
const server = await testServer(record.database, serviceModules, {
  authorities: new Map([['localhost', testAuthority(record.database, { files, sealer: files.sealer })]]),
  limits: { signIn: 10_000 },
  wordCost: { power: 4, blocks: 8, lanes: 1 },
})
await server.listen({ host: '127.0.0.1', port: 0 })
const { port } = server.server.address() as AddressInfo // an object for a server that listens on TCP
const county = { browser, origin: `http://localhost:${port}` }

async function isFine({ page }: Visitor, where: string): Promise<void> {
  expect(await violations(page, 'all'), where).toEqual([])
  await page.setViewportSize({ width: 360, height: 900 })
  expect(await scrollsSideways(page), where).toBe(false)
  await page.setViewportSize({ width: 1280, height: 900 })
}
/** A form shown again: the browser itself says of its status, and of nothing else. */
async function isRefused(someone: Visitor, where: string): Promise<void> {
  await someone.page.locator('.govuk-error-summary').waitFor()
  await isFine(someone, `${where}, refused`)
  expect(someone.complaints().filter(one => !one.includes('status of 422'))).toEqual([])
}
const press = (someone: Visitor, name: string) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const heading = (someone: Visitor, name: string | RegExp) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()
/** The codes of this half minute and the next. */
const code = (secret: string, step = 0): string =>
  numberOf(secretFrom(secret), stepAt(Temporal.Now.instant()) + step)

async function typeKeys(someone: Visitor, email: string, passphrase: string, number: string): Promise<void> {
  await someone.write(someone.page.getByLabel('Your work e-mail address'), email)
  await someone.write(someone.page.getByLabel('Your passphrase'), passphrase)
  await someone.write(someone.page.getByLabel('Your code'), number)
  await press(someone, 'Sign in')
}

async function administrator(): Promise<Visitor> {
  const lee = await visit(county)
  await lee.signIn('Lee Wainscott')
  return lee
}

test('an invitation is made, opened, and ends at one’s own page', async () => {
  const lee = await administrator()
  await lee.open('/administration/invited')
  await isFine(lee, 'who was invited')
  const choice = await lee.page
    .locator('#worker option', { hasText: 'School nurse', hasNotText: invitedPerson.name })
    .last()
    .getAttribute('value')
  await lee.page.getByLabel('Who', { exact: true }).selectOption(choice)
  await press(lee, 'Make an invitation')
  await heading(lee, 'The invitation is made')
  await isFine(lee, 'the link')
  const link = (await lee.page.locator('code').innerText()).trim()

  const nurse = await visit(county)
  await nurse.page.goto(link)
  expect(nurse.page.url()).not.toContain('#') // kept by no history
  await isFine(nurse, 'the invitation')
  await press(nurse, 'Go on')
  await nurse.page.getByLabel('Choose a passphrase').waitFor()
  await isFine(nurse, 'the passphrase')
  await nurse.write(nurse.page.getByLabel('Choose a passphrase'), 'short')
  await press(nurse, 'Go on')
  await isRefused(nurse, 'the passphrase')
  const passphrase = 'marble kettle thunder orbit'
  await nurse.write(nurse.page.getByLabel('Choose a passphrase'), passphrase)
  await nurse.write(nurse.page.getByLabel('The same once more'), passphrase)
  await press(nurse, 'Go on')
  await heading(nurse, 'Set up your authenticator app')
  await isFine(nurse, 'the authenticator')
  const secret = (await nurse.page.locator('ol strong').innerText()).replaceAll(' ', '')
  await nurse.write(nurse.page.getByLabel('Code from the app'), '000000')
  await press(nurse, 'Finish')
  await isRefused(nurse, 'the authenticator')
  await nurse.write(nurse.page.getByLabel('Code from the app'), code(secret))
  await press(nurse, 'Finish')
  await heading(nurse, 'Your recovery codes')
  await isFine(nurse, 'the recovery codes')
  expect(await nurse.page.locator('main li').count()).toBe(8)
  await nurse.press(nurse.page.getByRole('button', { name: 'Sign in' }))
  await heading(nurse, 'Sign in by invitation')
  await isFine(nurse, 'signing in')
  const email = await emailOf(String(choice))
  await typeKeys(nurse, email, passphrase, '000000')
  await isRefused(nurse, 'signing in')
  await typeKeys(nurse, email, passphrase, code(secret, 1)) // the code of this half minute has served
  await heading(nurse, 'My work')
  await isFine(nurse, 'their own page')
})

test('the demonstration’s school nurse comes in by what the guide and the page print, and is told that her access ends', async () => {
  const philippa = await visit(county)
  await philippa.open('/sign-in/invited')
  await isFine(philippa, 'signing in')
  const shown = await philippa.text()
  for (const given of [invitedPerson.name, invitedPerson.email, invitedPerson.passphrase])
    expect(shown).toContain(given)
  const [, now = ''] = /Code now\s+(\d{6})/.exec(shown) ?? []
  await typeKeys(philippa, invitedPerson.email, invitedPerson.passphrase, now)
  await heading(philippa, 'My work')
  expect(await philippa.text()).toContain('Your access ends soon')
  await isFine(philippa, 'her own page')
  const lee = await administrator()
  await lee.open('/administration/access-ending')
  expect(await lee.text()).toContain(invitedPerson.name)
  await isFine(lee, 'access that ends soon')
})

test('an organisation’s own sign-in is named, offered, and withdrawn', async () => {
  const lee = await administrator()
  await lee.open('/administration/providers')
  await isFine(lee, 'the providers')
  await press(lee, 'Name the provider')
  await isRefused(lee, 'the providers')
  await lee.page.getByLabel('Organisation', { exact: true }).selectOption({ index: 1 })
  await lee.write(lee.page.getByLabel('Issuer'), 'https://id.trust.example')
  await lee.write(lee.page.getByLabel('Client id'), 'kith')
  await lee.write(lee.page.getByLabel('Client secret'), 'between us')
  const last = Temporal.Now.plainDateISO().add({ days: 100 })
  for (const part of ['Day', 'Month', 'Year'] as const)
    await lee.write(lee.page.getByLabel(part), String(last[part.toLowerCase() as 'day' | 'month' | 'year'])) // the three above in small letters
  await press(lee, 'Name the provider')
  await heading(lee, /^Sign-in of /)
  await isFine(lee, 'the provider')
  const anyone = await visit(county)
  await anyone.open('/sign-in')
  await heading(anyone, 'Who do you work for?')
  await isFine(anyone, 'whom one works for')
  await press(lee, 'Withdraw this provider')
  await heading(lee, 'Organisations’ own sign-in')
})

async function emailOf(workerId: string): Promise<string> {
  const { rows } = await record.as(serviceActor('porter'), work =>
    sql<{ email: string }>`select email from worker where id = ${workerId}`.execute(work.db()),
  )
  return rows[0]?.email ?? ''
}
