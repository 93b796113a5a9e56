import { expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../../main/modules.ts'
import { portalRoutes } from '../index.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

registerModules()
const record = await testRecord()
const stage = await portalStage(record)
const [staff, portal] = [await testServer(record.database, serviceModules), await portalServer(record)]
const mother = await openAccount(record, { of: stage.mother, children: stage.children })

const id = '01a20000-0000-7000-8000-000000000000'
const filled = (url: string) => url.replace(/:\w+/g, id)
const own = new Set(portalRoutes.map(({ url }) => url.replace(/:\w+/g, ':')))

it('no page of the staff’s is at the portal, in whatever way somebody came in', async () => {
  const browser = portalBrowser(portal)
  await browser.send('/sign-in', { number: mother.number, word: WORD, once: mother.card[0] ?? '' })
  const urls = serviceModules
    .flatMap(({ routes }) => routes)
    .filter(({ method, url }) => method === 'GET' && !own.has(url.replace(/:\w+/g, ':')))
    .map(({ url }) => url)
  expect(urls.length).toBeGreaterThan(100)
  for (const url of urls) expect((await browser.get(filled(url))).statusCode, url).toBe(404)
})

it('the portal’s cookie opens nothing of the staff’s, nor theirs the portal', async () => {
  const browser = portalBrowser(portal)
  await browser.send('/sign-in', { number: mother.number, word: WORD, once: mother.card[1] ?? '' })
  const token = browser.cookies.get('m') ?? ''
  for (const name of ['m', 'kith_session']) {
    const answer = await staff.inject({
      url: '/my-work',
      headers: { host: 'localhost', cookie: `${name}=${token}` },
    })
    expect(answer.headers.location).toMatch(/^\/sign-in/)
  }
  const { cookie } = await signInAs(staff, stage.holder.id)
  const theirs = cookie.split('=')[1] ?? ''
  for (const name of ['m', 'kith_session']) {
    const answer = await portal.inject({
      url: '/',
      headers: { host: 'localhost', cookie: `${name}=${theirs}` },
    })
    expect(answer.headers.location).toBe('/sign-in')
  }
})

it('a host that is no portal’s is refused', async () => {
  expect((await portal.inject({ url: '/', headers: { host: 'elsewhere.example' } })).statusCode).toBe(421)
})
