import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { agenciesModule } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import { fixedClock } from '#platform/time'
import { openBrowser } from '#test/browser.ts'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { invitedStage, PASSPHRASE } from './testing/invitedStage.ts'

const record = await testRecord()
const clock = fixedClock(Temporal.Now.instant())
const server = await testServer(record.database, [agenciesModule], {
  clock,
  limits: { signIn: 10_000 },
  wordCost: { power: 4, blocks: 8, lanes: 1 }, // production's takes a third of a second each time
})
const stage = invitedStage(record, server, clock)
const { accept, codeNow, invite, joined, partner, signIn } = stage

const lastDay = ({ day, month, year }: Temporal.PlainDate) => ({
  'last-day': day,
  'last-month': month,
  'last-year': year,
})

async function signedIn() {
  const who = await joined()
  const browser = openBrowser(server)
  await signIn(who, codeNow(who.secret), { browser })
  const status = async () => (await browser.get('/session')).statusCode
  expect(await status()).toBe(200)
  return { ...who, browser, status }
}

describe('an invitation', () => {
  it('leads to a passphrase, an authenticator, recovery codes shown once, and a sign-in', async () => {
    const who = await signedIn()
    expect(who.codes).toHaveLength(8)
    expect(who.browser.cookie('kith_session')).toMatch(/^[\w-]{43}$/)
    const [row] = await record.as(
      serviceActor('backup'),
      async work =>
        (await sql`select * from app.invited_key where worker_id = ${who.id}`.execute(work.db())).rows,
    )
    const kept = JSON.stringify(row)
    for (const secret of [PASSPHRASE, who.codes[0] ?? 'none', who.secret.toString('base64')])
      expect(kept).not.toContain(secret)
  })

  it('serves once, though opened by a mail program and begun in two browsers', async () => {
    const { id } = await partner()
    const link = await invite(id)
    await openBrowser(server).get('/sign-in/invitation')
    await openBrowser(server).post('/sign-in/invitation', { link })
    const [first, second] = [await accept(link), await accept(link)]
    expect((await first.browser.post('/sign-in/device', { code: codeNow(first.secret) })).body).toContain(
      'Your recovery codes',
    )
    expect((await second.browser.post('/sign-in/device', { code: codeNow(second.secret) })).statusCode).toBe(
      410,
    )
    expect((await openBrowser(server).post('/sign-in/invitation', { link })).statusCode).toBe(410)
    clock.advance({ seconds: 60 })
  })

  it('is void when guessed, replaced, withdrawn or too old, with one answer for all', async () => {
    const open = async (link: string) =>
      (await openBrowser(server).post('/sign-in/invitation', { link })).body.replaceAll(/[0-9a-f-]{36}/g, '')
    const guessed = await open('x'.repeat(43))
    expect(guessed).toContain('This invitation cannot be used')
    const { id } = await partner()
    const replaced = await invite(id)
    const begun = await accept(replaced)
    const link = await invite(id)
    expect(await open(replaced)).toBe(guessed)
    expect((await begun.browser.post('/sign-in/device', { code: codeNow(begun.secret) })).statusCode).toBe(
      410,
    )
    await (await stage.administrator()).post(`/administration/invited/${id}/withdraw`)
    expect(await open(link)).toBe(guessed)
    const late = await invite((await partner()).id)
    clock.advance({ hours: 73 })
    expect(await open(late)).toBe(guessed)
    clock.advance({ hours: -73 }) // the database's own time did not move
  })

  it('is for people in post with another organisation, made by an administrator alone', async () => {
    const { id: ours } = await partner('council')
    expect(await invite(ours)).toBe('')
    const { id: ended } = await partner()
    await stage.story(db =>
      sql`update post set ended_on = current_date - 1 where worker_id = ${ended}`.execute(db),
    )
    expect(await invite(ended)).toBe('')
    const who = await signedIn()
    expect((await who.browser.get('/administration/invited')).statusCode).toBe(403)
  })

  it('is for a family doctor too, who has no post here, while a child or a meeting ties them', async () => {
    const { id } = await partner('nhs', false)
    const child = await record.makers.person()
    expect(await invite(id)).toBe('')
    await record.makers.involvement({ personId: child, workerId: id, role: 'gp' })
    expect(await invite(id)).not.toBe('')
    await stage.story(db =>
      sql`update involvement set ended_on = current_date - 1 where worker_id = ${id}`.execute(db),
    )
    expect(await invite(id)).toBe('')
  })

  it('has its secret in no address that a server is asked for', async () => {
    const { id } = await partner()
    const { body } = await (await stage.administrator()).post('/administration/invited', { worker: id })
    const [address = ''] = /http[^<]*\/sign-in\/invitation[^<]*/.exec(body) ?? []
    const { hash, search } = new URL(address)
    expect([hash.length, search]).toEqual([44, ''])
    const link = hash.slice(1)
    const asked = await openBrowser(server).get(`/sign-in/invitation?link=${link}`)
    expect(asked.body).toContain('Your invitation code')
    expect(asked.body).not.toContain('Choose a passphrase')
    const next = await openBrowser(server).post('/sign-in/invitation', { link })
    expect([next.statusCode, next.headers['referrer-policy']]).toEqual([200, 'no-referrer'])
    expect(next.body).toContain('Choose a passphrase')
  })

  it('asks for a passphrase that is long, not common, and typed twice', async () => {
    const link = await invite((await partner()).id)
    for (const [chosen, again] of [
      ['short', 'short'],
      ['passwordpassword1', 'passwordpassword1'],
      ['aaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaa'],
      [PASSPHRASE, 'other'],
    ] as const)
      expect(
        (await openBrowser(server).post('/sign-in/invitation', { link, chosen, again })).statusCode,
      ).toBe(422)
  })
})

describe('signing in by invitation', () => {
  it('answers an unknown address, a wrong passphrase and a wrong code with the same page', async () => {
    const who = await joined()
    const page = async (email: string, passphrase: string, code: string) => {
      const answer = await signIn({ email }, code, { passphrase })
      expect(answer.statusCode).toBe(422)
      return answer.body.replace(email, '')
    }
    const unknown = await page('nobody@clinic.example', PASSPHRASE, '000000')
    expect(await page(who.email, 'a wrong passphrase', codeNow(who.secret))).toBe(unknown)
    expect(await page(who.email, PASSPHRASE, 'AAAA-AAAA-AAAA')).toBe(unknown)
  })

  it('takes a code once, also of two requests at once, a step early or late and no further', async () => {
    const who = await joined()
    const code = codeNow(who.secret, -1)
    const answers = await Promise.all([signIn(who, code), signIn(who, code)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    expect((await signIn(who, codeNow(who.secret, 2))).statusCode).toBe(422)
    expect((await signIn(who, codeNow(who.secret, 1))).statusCode).toBe(303)
    expect((await signIn(who, codeNow(who.secret))).statusCode).toBe(422)
  })

  it('makes guessers wait longer and longer, and not the person where they work', async () => {
    const who = await signedIn()
    clock.advance({ minutes: 1 })
    const from = (remoteAddress: string, code: string) =>
      server.inject({
        method: 'POST',
        url: '/sign-in/invited',
        remoteAddress,
        headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email: who.email, passphrase: PASSPHRASE, code }).toString(),
      })
    for (let n = 0; n < 5; n += 1) await from(`198.51.100.${n}`, '000000')
    expect((await from('198.51.100.9', codeNow(who.secret))).statusCode).toBe(422)
    expect((await from('127.0.0.1', codeNow(who.secret))).statusCode).toBe(303)
  })

  it('never leads elsewhere, nor keeps a session that was there before', async () => {
    const who = await joined()
    const browser = openBrowser(server, 'localhost', { kith_session: 'x'.repeat(43) })
    const answer = await signIn(who, codeNow(who.secret), { browser, back: 'https://evil.example/' })
    expect(answer.headers.location).toBe('/')
    expect(browser.cookie('kith_session')).not.toBe('x'.repeat(43))
    expect(String(answer.headers['set-cookie'])).toMatch(
      /kith_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
    )
  })

  it('refuses a form of another site', async () => {
    const who = await joined()
    const answer = await server.inject({
      method: 'POST',
      url: '/sign-in/invited',
      headers: {
        host: 'localhost',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({
        email: who.email,
        passphrase: PASSPHRASE,
        code: codeNow(who.secret),
      }).toString(),
    })
    expect(answer.statusCode).toBe(403)
  })
})

describe('everything ends', () => {
  it('at the next request when the post ends, the account is withdrawn or a provider speaks for the person', async () => {
    const [posted, withdrawn, provided] = [await signedIn(), await signedIn(), await signedIn()]
    await stage.story(db =>
      sql`update post set ended_on = current_date - 1 where worker_id = ${posted.id}`.execute(db),
    )
    await (await stage.administrator()).post(`/administration/invited/${withdrawn.id}/withdraw`)
    await stage.story(db =>
      sql`update worker set sign_in_subject = 'theirs' where id = ${provided.id}`.execute(db),
    )
    for (const who of [posted, withdrawn, provided]) {
      expect(await who.status()).toBe(303)
      clock.advance({ seconds: 60 })
      expect((await signIn(who, codeNow(who.secret))).statusCode).toBe(422)
    }
  })

  it('after the authority’s days, unless renewed by an administrator', async () => {
    const [kept, lost] = [await joined(), await joined()]
    clock.advance({ hours: 24 * 60 })
    await record.as(serviceActor('porter'), work =>
      sql`update app.invited_key set expires_at = ${clock.now()} where worker_id in (${kept.id}, ${lost.id})`.execute(
        work.db(),
      ),
    )
    const renewed = await (await stage.administrator()).post('/administration/access-ending', {
      which: kept.id,
      reason: 'Works with us until summer',
      ...lastDay(Temporal.Now.plainDateISO().add({ days: 200 })),
    })
    expect(renewed.statusCode).toBe(303)
    expect((await signIn(kept, codeNow(kept.secret))).statusCode).toBe(303)
    expect((await signIn(lost, codeNow(lost.secret))).statusCode).toBe(422)
    clock.advance({ hours: -24 * 60 })
  })

  it('with a change of the passphrase, and with another device by a recovery code that serves once', async () => {
    const who = await signedIn()
    clock.advance({ seconds: 60 })
    const [chosen, browser] = ['violet harbour pencil thunder', openBrowser(server)]
    const change = {
      email: who.email,
      passphrase: PASSPHRASE,
      code: codeNow(who.secret),
      chosen,
      again: chosen,
    }
    expect((await browser.post('/sign-in/passphrase', change)).statusCode).toBe(303)
    expect(await who.status()).toBe(303)
    const lost = { email: who.email, passphrase: chosen, code: who.codes[0] ?? '' }
    expect((await browser.post('/sign-in/new-device', lost)).statusCode).toBe(303)
    const secret = await stage.secretShown(browser)
    await browser.post('/sign-in/device', { code: codeNow(secret) })
    clock.advance({ seconds: 60 })
    expect((await browser.post('/sign-in/new-device', lost)).statusCode).toBe(422)
    expect((await signIn(who, codeNow(who.secret), { passphrase: chosen })).statusCode).toBe(422)
    expect((await signIn(who, codeNow(secret), { passphrase: chosen })).statusCode).toBe(303)
  })
})

it('keeps every step in the audit, without address or code', async () => {
  const who = await signedIn()
  await (await stage.administrator()).post(`/administration/invited/${who.id}/withdraw`)
  const { rows } = await record.as(serviceActor('verifier'), work =>
    sql<{
      action: string
      detail: unknown
    }>`select action, detail from audit.entry where ${who.id} = any (row_ids) and resource <> 'worker' order by id`.execute(
      work.db(),
    ),
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'worker_invited',
    'authenticator_set_up',
    'sign_in',
    'invitation_withdrawn',
  ])
  expect(JSON.stringify(rows)).not.toContain('clinic.example')
})

it('lets nobody in, in production, on a database whose keys everybody may know', async () => {
  const real = await testServer(record.database, [agenciesModule], {
    variables: {
      NODE_ENV: 'production',
      KITH_ISSUER: 'https://id.example',
      KITH_CLIENT_ID: 'kith',
      KITH_CLIENT_SECRET: 'x',
      KITH_BASE_URL: 'https://kith.example',
    },
  })
  const page = await real.inject('/sign-in/invited')
  expect([page.statusCode, page.body.includes('Code now')]).toEqual([503, false])
})
