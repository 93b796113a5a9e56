import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { demoFamilies, portalRoutes } from '#modules/family-portal'
import { readConfig } from '#platform/config'
import { makeLog } from '#platform/log'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { makeDemo } from '../../src/main/demo/index.ts'
import { registerModules } from '../../src/main/modules.ts'
import { buildPortal } from '../../src/main/portal/index.ts'
import { violations } from './stage/axe.ts'
import { picture } from './stage/picture.ts'
import { startBrowser } from './stage/startBrowser.ts'
import { type Visitor, visit } from './stage/visitor.ts'
import { keptInBrowser, scrollsSideways } from './stage/watchPage.ts'

registerModules()
const record = await testRecord()
const config = readConfig({ NODE_ENV: 'test' })
if (!config.ok) throw new Error(config.problems.join(' '))
const [browser] = await Promise.all([
  startBrowser(),
  makeDemo({
    database: record.database,
    authority: { code: '989', name: 'Northmarsh County Council' },
    children: 1,
    seed: 1,
    today: londonDate(Temporal.Now.instant()),
  }),
])
const server = await buildPortal({
  routes: portalRoutes,
  portals: new Map([
    ['localhost', { door: { database: record.portal, key: Buffer.alloc(32, 7) }, isDemo: true }],
  ]),
  config: config.config,
  log: makeLog({ level: 'silent' }),
})
await server.listen({ host: '127.0.0.1', port: 0 })
afterAll(() => server.close())
const { port } = server.server.address() as AddressInfo // an object for a server that listens on TCP
const portal = { browser, origin: `http://localhost:${port}` }

type Key = (typeof demoFamilies)[number]['key']
const used = new Map<Key, number>()

/** Three fields and a button. */
async function signIn(someone: Visitor, key: Key): Promise<void> {
  const family = demoFamilies.find(one => one.key === key)
  if (family === undefined) throw new Error(`${key} is in the demonstration`)
  const place = used.get(key) ?? 0
  used.set(key, place + 1)
  await someone.open('/sign-in')
  await someone.write(someone.page.getByLabel('Your number'), family.number)
  await someone.write(someone.page.getByLabel('Your secret word'), family.word)
  await someone.write(someone.page.getByLabel('A number that works once'), family.card[place] ?? '')
  await someone.press(someone.page.getByRole('button', { name: 'Sign in' }))
  await someone.page.getByRole('button', { name: 'Sign out' }).waitFor()
}

async function isFine(someone: Visitor, where: string): Promise<void> {
  expect(await violations(someone.page, 'all'), where).toEqual([])
  expect(await scrollsSideways(someone.page), where).toBe(false)
  expect(await someone.page.title(), where).toMatch(/Messages$/)
  expect(await keptInBrowser(someone.page), where).toEqual([])
  await picture(someone, `portal ${where}`)
}

const ELSEWHERE = 'https://www.bbc.co.uk/weather'
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
/** Each reads their copy and answers it in so many interactions, signing in counted apart. */
const readers: readonly (readonly [Key, string, string, { width?: number; javaScript?: boolean }])[] = [
  ['mother', 'Harrier Beck Primary School', 'The night you left', {}],
  ['father', 'You told us that you were under strain', 'What you told us', { width: 360 }],
  ['girl of 15', 'I want people to stop asking me to choose', 'What Juno told us', { width: 360 }],
  ['grandmother', 'The children are loved', 'What goes well', { javaScript: false }],
]

describe.each(readers)('the %s', (key, words, heading, way) => {
  test('reads their own copy and answers it in at most 5 interactions', async () => {
    const someone = await visit(portal, way)
    await signIn(someone, key)
    if (way.javaScript !== false) await isFine(someone, 'home')
    someone.startCounting()
    await follow(someone, 'Report for your meeting')
    const text = await someone.text()
    expect(text).toContain(words)
    expect(text).toContain(heading)
    if (key !== 'mother') expect(text).not.toContain('Harrier Beck')
    if (way.javaScript !== false) await isFine(someone, 'the copy')
    await someone.tick(someone.page.getByRole('radio', { name: 'I do not agree' }).first())
    await someone.write(someone.page.getByLabel(/What do you want to say about it/).first(), 'It was not so.')
    await press(someone, 'Send what I think')
    await someone.page.getByText('We kept what you said, word for word').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
    await someone.open('/help')
    if (way.javaScript !== false) await isFine(someone, 'help')
  })
})

describe('the boy of 9', () => {
  test('reads his page and says how things are in at most 4 interactions', async () => {
    const someone = await visit(portal, { width: 360 })
    await signIn(someone, 'boy of 9')
    await isFine(someone, 'home')
    await follow(someone, 'Report for your meeting')
    expect(await someone.text()).toContain('The grown-ups have a meeting.')
    await isFine(someone, 'his copy')
    await someone.open('/')
    someone.startCounting()
    await follow(someone, 'Tell us how things are for you')
    await isFine(someone, 'how things are')
    await someone.tick(someone.page.getByRole('radio', { name: '8: Good' }))
    await press(someone, 'Send it')
    await someone.page.getByText('Thank you for telling us').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(4)
  })
})

describe('a mother who may be watched', () => {
  test('says whether she comes, and what she needs, in at most 5 interactions', async () => {
    const someone = await visit(portal, { width: 360 })
    await signIn(someone, 'mother')
    someone.startCounting()
    await follow(someone, /Say if you are coming/)
    await isFine(someone, 'the meeting')
    await someone.tick(someone.page.getByRole('radio', { name: 'Yes' }))
    await someone.write(someone.page.getByLabel(/What do you need/), 'To wait in another room than him.')
    await press(someone, 'Send my answer')
    await someone.page.getByText('You said you are coming').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(5)
  })

  test('says what the help is like, or would rather not, in at most 4 interactions', async () => {
    const someone = await visit(portal, { width: 360 })
    await signIn(someone, 'mother')
    someone.startCounting()
    await follow(someone, /How is the help for you/)
    await isFine(someone, 'the question')
    await someone.tick(someone.page.getByRole('radio', { name: '4: quite a lot' }))
    await someone.write(someone.page.getByLabel(/What do you want to tell us/), 'You came when you said.')
    await press(someone, 'Send my answer')
    await someone.page.getByText('Thank you. The people who work with you will read it').waitFor()
    expect(someone.interactions()).toBeLessThanOrEqual(4)
    expect(await someone.text()).not.toContain('How is the help for you')
  })

  test('leaves at once by Escape pressed three times, and is signed out', async () => {
    const someone = await visit(portal)
    await signIn(someone, 'mother')
    const leaving = someone.page.waitForRequest('**/leave')
    for (let times = 0; times < 3; times += 1) await someone.page.keyboard.press('Escape')
    const answer = await (await leaving).response()
    expect(answer?.headers()['location']).toBe(ELSEWHERE)
    // Another window of the same browser: where there is no network, this one is busy giving up.
    const again = await someone.page.context().newPage()
    await again.goto(portal.origin)
    await again.getByRole('heading', { name: 'Sign in' }).waitFor()
    await someone.page.close()
    someone.complaints() // the weather is not ours
  })

  test('reads and writes at four hundred per cent, which is a screen of 320 pixels', async () => {
    const someone = await visit(portal, { width: 320 })
    await signIn(someone, 'mother')
    await isFine(someone, 'home')
    await follow(someone, 'Report for your meeting')
    await isFine(someone, 'the copy')
    await follow(someone, 'I can see something I should not')
    await isFine(someone, 'something is wrong')
    await press(someone, 'Hide it and tell somebody')
    await someone.page.getByText('We have told the people who can put it right').waitFor()
    expect(await someone.text()).not.toContain('Report for your meeting')
  })
})
