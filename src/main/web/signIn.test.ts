import { describe, expect, it } from 'vitest'
import { serviceActor, type UserClass } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { openBrowser } from '#test/browser.ts'
import { testRecord } from '#test/record.ts'
import { testAuthority, testServer } from '#test/server.ts'

const record = await testRecord()
const other = await record.another()
const authorities = new Map([
  ['localhost', testAuthority(record.database)],
  ['second.localhost', testAuthority(other.database, { name: 'Otherham', code: '998', colour: '#00513b' })],
  ['real.localhost', testAuthority(other.database, { code: '997', isDemo: false })],
])
const server = await testServer(record.database, [], { authorities })

async function makePersona(
  given: { readonly class?: UserClass; readonly leftAt?: string } = {},
  on = record,
): Promise<{ readonly id: Uuid; readonly subject: string }> {
  const { id } = await on.makers.worker(given)
  const subject = `subject-${makeUuid()}`
  await on.as(serviceActor('storyteller'), work =>
    work
      .db<{ worker: { id: Uuid; sign_in_subject: string } }>()
      .updateTable('worker')
      .set({ sign_in_subject: subject })
      .where('id', '=', id)
      .execute(),
  )
  return { id, subject }
}

/** The way of a person who presses one button of the list. */
async function signIn(subject: string, host = 'localhost', on = server) {
  const browser = openBrowser(on, host)
  const list = await browser.follow(await browser.get('/session'))
  const chosen = await browser.post(new URL(browser.address).pathname, { subject })
  const page = await browser.follow(chosen)
  return { browser, list, page }
}

const entries = (actorIds: readonly Uuid[], on = record) =>
  on.as(serviceActor('verifier'), work =>
    work
      .db<{
        'audit.entry': {
          actor_id: Uuid
          action: string
          resource: string
          row_ids: Uuid[]
          detail: unknown
          id: number
        }
      }>()
      .selectFrom('audit.entry')
      .select(['action', 'row_ids', 'detail'])
      .where('actor_id', 'in', actorIds)
      .where('resource', '=', 'session')
      .orderBy('id')
      .execute(),
  )

describe('signing in by the demonstration provider', () => {
  it('lists who one can be, signs in by one press and leads to the page asked for', async () => {
    const { id, subject } = await makePersona()
    const { browser, list, page } = await signIn(subject)
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain('Who do you want to be?')
    expect(list.body).toContain(subject)
    expect(list.headers['content-security-policy']).toContain("default-src 'none'")
    expect(browser.address).toBe('http://localhost/session')
    expect(page.body).toContain('Where you are signed in')
    expect((await entries([id])).map(entry => entry.action)).toEqual(['sign_in'])
  })

  it('signs out here and at the provider, and leaves nothing that still opens a page', async () => {
    const { id, subject } = await makePersona()
    const { browser, page } = await signIn(subject)
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const cookie = `kith_session=${browser.cookie('kith_session')}`
    const out = await browser.post('/sign-out', { _csrf: token })
    expect(out.headers['clear-site-data']).toContain('"cache"')
    expect(browser.cookie('kith_session')).toBeUndefined()
    const confirm = await browser.follow(out)
    expect(confirm.body).toContain('Sign out of the demonstration')
    expect(confirm.body).not.toMatch(/<script(?![^>]*src)|style=|onload/)
    const [, action = ''] = /action="([^"]+confirm[^"]*)"/.exec(confirm.body) ?? []
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(confirm.body) ?? []
    const end = await browser.follow(await browser.post(action, { xsrf, logout: 'yes' }))
    expect(end.body).toContain('You have signed out')
    expect(browser.address).toBe('http://localhost/signed-out')
    expect((await server.inject({ url: '/session', headers: { cookie } })).statusCode).toBe(303)
    expect((await entries([id])).map(entry => entry.action)).toEqual(['sign_in', 'sign_out'])
  })

  it('keeps each authority to its own workers and its own cookie', async () => {
    const here = await makePersona()
    const there = await makePersona({}, other)
    const { browser, list } = await signIn(there.subject, 'second.localhost')
    expect(browser.address).toBe('http://second.localhost/session')
    expect(list.body).not.toContain(here.subject)
    expect(list.body).toContain('Otherham')
    const cookie = `kith_session=${browser.cookie('kith_session')}`
    expect((await server.inject({ url: '/session', headers: { cookie } })).statusCode).toBe(303)
  })

  it('offers no leaver, and turns one away with the very page that someone unknown gets, and notes why', async () => {
    const left = await makePersona({ leftAt: '2025-01-01T00:00:00Z' })
    const leaving = await makePersona({ leftAt: '2199-01-01T00:00:00Z' })
    const { list, page } = await signIn(left.subject)
    expect(list.body).toContain(leaving.subject)
    expect(list.body).not.toContain(left.subject) // chosen on a list from before they left
    expect(page.statusCode).toBe(403)
    expect(page.body).toContain('You do not have access to Kith')
    const refusals = await entries([serviceActor('porter').id])
    expect(refusals.at(-1)).toEqual({
      action: 'sign_in_refused',
      row_ids: [left.id],
      detail: { reason: 'left' },
    })
  })

  it('turns away who has proved themselves in too few ways, where two are asked for', async () => {
    const strict = await testServer(record.database, [], { entryRules: { requiredMethods: ['mfa', 'otp'] } })
    const { subject } = await makePersona()
    const { page } = await signIn(subject, 'localhost', strict)
    expect(page.statusCode).toBe(403)
    expect((await entries([serviceActor('porter').id])).at(-1)?.detail).toEqual({ reason: 'one_factor' })
  })

  it('does not exist on a record that is real', async () => {
    const ask = (url: string) => server.inject({ url, headers: { host: 'real.localhost' } })
    expect((await ask('/sign-in')).statusCode).toBe(503)
    expect((await ask('/demo-identity/.well-known/openid-configuration')).statusCode).toBe(404)
    expect((await ask('/demo-identity/personas/x')).statusCode).toBe(404)
  })

  it.each([
    [{ NODE_ENV: 'production' }],
    [
      {
        KITH_ISSUER: 'https://id.example',
        KITH_CLIENT_ID: 'kith',
        KITH_CLIENT_SECRET: 'x',
        KITH_BASE_URL: 'https://kith.example',
      },
    ],
  ])('is not there with %j', async variables => {
    const real = await testServer(record.database, [], { variables })
    expect((await real.inject('/demo-identity/.well-known/openid-configuration')).statusCode).toBe(404)
  })
})

describe('coming back from the provider', () => {
  it('refuses an answer to an attempt of another browser', async () => {
    const { subject } = await makePersona()
    const browser = openBrowser(server)
    await browser.follow(await browser.get('/session'))
    let answer = await browser.post(new URL(browser.address).pathname, { subject })
    while (!String(answer.headers.location).includes('/sign-in/return'))
      answer = await browser.get(String(answer.headers.location))
    const victim = openBrowser(server)
    const refused = await victim.get(String(answer.headers.location))
    expect(refused.statusCode).toBe(400)
    expect(victim.cookie('kith_session')).toBeUndefined()
    const again = await browser.get(String(answer.headers.location))
    expect(again.statusCode).toBe(303)
    expect((await browser.get(String(answer.headers.location))).statusCode).toBe(400)
  })

  it('never keeps a session that was there before, planted or real', async () => {
    const { subject } = await makePersona()
    const first = await signIn(subject)
    const before = first.browser.cookie('kith_session') ?? ''
    const cookie = `kith_session=${before}`
    expect((await server.inject({ url: '/session', headers: { cookie } })).statusCode).toBe(200)
    // A second tab that had begun to sign in comes back after the first did.
    const second = openBrowser(server)
    await second.follow(await second.get('/session'))
    let answer = await second.post(new URL(second.address).pathname, { subject })
    while (!String(answer.headers.location).includes('/sign-in/return'))
      answer = await second.get(String(answer.headers.location))
    const state = new URL(String(answer.headers.location)).searchParams.get('state') ?? ''
    const name = `kith_attempt_${state.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}`
    const late = openBrowser(server, 'localhost', { kith_session: before, [name]: state })
    await late.get(String(answer.headers.location))
    expect(late.cookie('kith_session')).toMatch(/^[\w-]{43}$/)
    expect(late.cookie('kith_session')).not.toBe(before)
    expect((await server.inject({ url: '/session', headers: { cookie } })).statusCode).toBe(303)
  })

  it('never leads elsewhere', async () => {
    const { subject } = await makePersona()
    const browser = openBrowser(server)
    await browser.follow(await browser.get('/sign-in?return=https://evil.example/'))
    const page = await browser.follow(await browser.post(new URL(browser.address).pathname, { subject }))
    expect(browser.address).toBe('http://localhost/')
    expect(page.statusCode).toBe(404) // this server has no home page
  })
})
