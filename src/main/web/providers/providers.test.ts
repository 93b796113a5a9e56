import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { agenciesModule } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import { fixedClock } from '#platform/time'
import { openBrowser } from '#test/browser.ts'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { fakeIssuer } from './testing/fakeIssuer.ts'
import { providerStage } from './testing/providerStage.ts'

const record = await testRecord()
const clock = fixedClock(Temporal.Now.instant())
const files = testFiles()
const authority = testAuthority(record.database, { files, sealer: files.sealer })
const server = await testServer(record.database, [agenciesModule], {
  clock,
  limits: { signIn: 10_000 },
  authorities: new Map([
    ['localhost', authority],
    ['real.localhost', { ...authority, isDemo: false }],
  ]),
})
const stage = providerStage(record, server)
const { partner, signIn, trust } = stage
const [issuer, other] = [await fakeIssuer(), await fakeIssuer()]

describe('an organisation’s own provider', () => {
  it('signs in its worker by their address once, and by its own name for them from then on', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const first = await signIn(issuer, providerId, { sub: 'one', email: who.email.toUpperCase() })
    expect([first.answer.statusCode, first.answer.headers.location]).toEqual([303, '/session'])
    expect(await first.status()).toBe(200)
    const again = await signIn(issuer, providerId, { sub: 'one', email: 'changed@trust.example' })
    expect(await again.status()).toBe(200)
    const { rows } = await record.as(serviceActor('verifier'), work =>
      sql<{ action: string; detail: unknown }>`select action, detail from audit.entry
        where actor_id = ${who.id} and resource = 'session' order by id`.execute(work.db()),
    )
    expect(rows.map(({ action }) => action)).toEqual(['identity_bound', 'sign_in', 'sign_in'])
    expect(rows[1]?.detail).toEqual({ by: 'organisation' })
    const { rows: kept } = await record.as(serviceActor('porter'), work =>
      sql`select id_token from app.session where worker_id = ${who.id}`.execute(work.db()),
    )
    expect(kept).toEqual([{ id_token: null }, { id_token: null }]) // the council's provider is sent no token of another
  })

  it('is offered by name beside the council’s, and the browser is led to it again', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const choice = await openBrowser(server).get('/sign-in?return=%2Fmy-work')
    expect(choice.headers.location).toBe('/sign-in/organisation?return=%2Fmy-work')
    const page = await openBrowser(server).get(String(choice.headers.location))
    expect(page.body).toContain(`Trust ${organisationId}`)
    expect(page.body).toContain('Exampleshire')
    expect(page.body).not.toContain(who.email)
    const { browser } = await signIn(issuer, providerId, { sub: `s ${who.id}`, email: who.email })
    await stage.story(sql`update worker set left_at = now() where id = ${who.id}`)
    expect((await browser.get('/sign-in')).headers.location).toBe(
      `/sign-in/organisation/${providerId}?return=%2F`,
    )
  })

  it('speaks for its own workers alone, whatever it says of class, council or another organisation', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const [elsewhere, council] = [await stage.organisation(), await stage.organisation('council')]
    const strangers = [
      await partner(elsewhere),
      await partner(council),
      await partner(organisationId, 'director'),
      await partner(organisationId, 'administrator'),
    ]
    await stage.story(
      sql`insert into class_mapping (claim, value, class) values ('groups', 'bosses', 'director')`,
    )
    for (const [place, { email, id }] of strangers.entries()) {
      const claims = { sub: `stranger ${place} ${id}`, email, groups: ['bosses'] }
      const { answer, status } = await signIn(issuer, providerId, claims)
      expect([answer.statusCode, await status()]).toEqual([403, 303])
      expect(await stage.lastReason()).toBe('other_organisation')
    }
    const own = await partner(organisationId)
    await signIn(issuer, providerId, { sub: `own ${own.id}`, email: own.email, groups: ['bosses'] })
    const { rows } = await record.as(serviceActor('porter'), work =>
      sql<{ class: string }>`select class from app.session where worker_id = ${own.id}`.execute(work.db()),
    )
    expect(rows).toEqual([{ class: 'practitioner' }])
  })

  it('shared by two organisations opens no account of the one through the other', async () => {
    const [here, there] = [await trust(issuer), await trust(issuer)]
    const who = await partner(here.organisationId)
    const claims = { sub: `shared ${who.id}`, email: who.email }
    expect(await (await signIn(issuer, here.providerId, claims)).status()).toBe(200)
    expect((await signIn(issuer, there.providerId, claims)).answer.statusCode).toBe(403)
    expect(await stage.lastReason()).toBe('other_organisation')
  })

  it('means by a subject what it meant first, and knows nobody by an address that is not proved or taken', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const [who, second] = [await partner(organisationId), await partner(organisationId)]
    const refused = async (claims: object) =>
      (await signIn(issuer, providerId, { ...claims })).answer.statusCode === 403
    expect(await refused({ sub: 'not proved', email: who.email, email_verified: false })).toBe(true)
    expect(await refused({ sub: 'no address' })).toBe(true)
    await signIn(issuer, providerId, { sub: `a ${who.id}`, email: who.email })
    expect(await refused({ sub: `b ${who.id}`, email: who.email })).toBe(true)
    const both = await Promise.all(
      ['c', 'd'].map(sub => signIn(issuer, providerId, { sub: `${sub} ${second.id}`, email: second.email })),
    )
    expect(both.map(({ answer }) => answer.statusCode).toSorted()).toEqual([303, 403])
    const admin = await stage.administrator()
    await admin.post(`/administration/providers/${providerId}/release`, { worker: who.id })
    expect(await refused({ sub: `b ${who.id}`, email: who.email })).toBe(false)
  })

  it('opens nobody who has left or is in post no more, and shuts out whoever it let in before', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const claims = { sub: `posted ${who.id}`, email: who.email }
    const { status } = await signIn(issuer, providerId, claims)
    expect(await status()).toBe(200)
    await stage.story(sql`update post set ended_on = current_date - 1 where worker_id = ${who.id}`)
    expect(await status()).toBe(303)
    expect((await signIn(issuer, providerId, claims)).answer.statusCode).toBe(403)
  })

  it('ends with its last day or when it is withdrawn, and every session with it, at the next request', async () => {
    for (const end of ['day', 'withdrawn'] as const) {
      const { organisationId, providerId } = await trust(issuer, end === 'day' ? files.sealer : undefined)
      const who = await partner(organisationId)
      const { status } = await signIn(issuer, providerId, { sub: `${end} ${who.id}`, email: who.email })
      const began = await stage.begin(providerId)
      const code = issuer.codeFor(began.door, { sub: `${end} ${who.id}` })
      expect(await status()).toBe(200)
      if (end === 'day') clock.advance({ minutes: 11 })
      else await (await stage.administrator()).post(`/administration/providers/${providerId}/withdraw`)
      expect(await status()).toBe(303)
      const back = await began.browser.get(`/sign-in/return/${providerId}?code=${code}&state=${began.state}`)
      expect([back.statusCode, (await stage.begin(providerId)).answer.statusCode]).toEqual([410, 410])
      expect(back.body).toContain('This organisation’s sign-in has ended')
      expect((await openBrowser(server).get('/sign-in/organisation')).body).not.toContain(organisationId)
      if (end === 'day') clock.advance({ minutes: -11 }) // the database's own time did not move
    }
  })

  it('asks for a second factor where the installation does', async () => {
    const strict = await testServer(record.database, [agenciesModule], {
      authorities: new Map([['localhost', authority]]),
      entryRules: { requiredMethods: ['mfa'] },
    })
    const { partner, signIn, trust } = providerStage(record, strict)
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const claims = { sub: `mfa ${who.id}`, email: who.email }
    expect((await signIn(issuer, providerId, { ...claims, amr: ['pwd'] })).answer.statusCode).toBe(403)
    expect((await signIn(issuer, providerId, { ...claims, amr: ['mfa'] })).answer.statusCode).toBe(303)
  })
})

describe('coming back from an organisation’s provider', () => {
  it('takes no answer to an attempt at another provider, the council’s included, nor one attempt twice', async () => {
    const [here, there] = [await trust(issuer), await trust(other)]
    const who = await partner(here.organisationId)
    for (const path of [`/sign-in/return/${there.providerId}`, '/sign-in/return']) {
      const { browser, door, state } = await stage.begin(here.providerId)
      const code = issuer.codeFor(door, { sub: `mixed ${who.id}`, email: who.email })
      const mixed = await browser.get(`${path}?code=${code}&state=${state}`)
      expect(mixed.statusCode).toBe(400)
      const after = await browser.get(`/sign-in/return/${here.providerId}?code=${code}&state=${state}`)
      expect(after.statusCode).toBe(400)
    }
    expect(other.asked).toEqual([]) // no code of the one was ever shown to the other
  })

  it('takes no answer in another browser', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const { door, state } = await stage.begin(providerId)
    const code = issuer.codeFor(door, { sub: `victim ${who.id}`, email: who.email })
    const victim = openBrowser(server)
    expect((await victim.get(`/sign-in/return/${providerId}?code=${code}&state=${state}`)).statusCode).toBe(
      400,
    )
  })

  it.each([
    ['issuer', { iss: 'https://elsewhere.example' }],
    ['audience', { aud: 'somebody else' }],
    ['nonce', { nonce: 'of another attempt' }],
  ])('refuses a token with the wrong %s', async (_what, wrong) => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const { answer, status } = await signIn(issuer, providerId, { sub: who.id, email: who.email, ...wrong })
    expect([answer.statusCode, await status()]).toEqual([400, 303])
  })

  it('refuses an answer that says it is another issuer’s (RFC 9207)', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const claims = { sub: who.id, email: who.email }
    const wrong = await signIn(issuer, providerId, claims, `&iss=${encodeURIComponent(other.issuer)}`)
    expect(wrong.answer.statusCode).toBe(400)
    const right = await signIn(issuer, providerId, claims, `&iss=${encodeURIComponent(issuer.issuer)}`)
    expect(right.answer.statusCode).toBe(303)
  })

  it('says plainly when the provider does not answer', async () => {
    const down = await fakeIssuer()
    const { providerId } = await trust(down)
    down.isUp = false
    const { answer } = await stage.begin(providerId)
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('You cannot sign in just now')
    down.isUp = true
    expect((await stage.begin(providerId)).answer.statusCode).toBe(303)
  })

  it('never asks an address of this machine where the record is real', async () => {
    const { providerId } = await trust(issuer)
    const browser = openBrowser(server, 'real.localhost')
    expect((await browser.get(`/sign-in/organisation/${providerId}`)).statusCode).toBe(503)
  })
})

describe('naming a provider', () => {
  const today = Temporal.Now.plainDateISO('Europe/London')

  it('keeps the secret sealed, and shows it to nobody', async () => {
    const { providerId } = await trust(issuer)
    const page = await (await stage.administrator()).get(`/administration/providers/${providerId}`)
    expect(page.body).toContain(`/sign-in/return/${providerId}`)
    expect(page.body).not.toContain('between us')
    const { rows } = await record.as(serviceActor('backup'), work =>
      sql`select * from app.organisation_provider where id = ${providerId}`.execute(work.db()),
    )
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('between us').toString('hex'))
    expect(JSON.stringify(rows)).not.toContain('between us')
  })

  it('changes client and secret, and goes on by the new ones', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const changed = { client: 'kith-2', secret: 'newer' }
    await (await stage.administrator()).post(`/administration/providers/${providerId}`, changed)
    const { answer } = await signIn(issuer, providerId, { sub: who.id, email: who.email })
    expect(answer.statusCode).toBe(303)
    expect((await stage.begin(providerId)).door.searchParams.get('client_id')).toBe('kith-2')
  })

  it('is for a year at most, once for an organisation, and never for the council', async () => {
    const { organisationId } = await trust(issuer)
    expect((await stage.name(organisationId, issuer.issuer)).statusCode).toBe(422)
    expect((await stage.name(await stage.organisation('council'), issuer.issuer)).statusCode).toBe(422)
    for (const last of [today.subtract({ days: 1 }), today.add({ days: 366 })])
      expect((await stage.name(await stage.organisation(), issuer.issuer, last)).statusCode).toBe(422)
  })

  it('is for administrators', async () => {
    const { organisationId, providerId } = await trust(issuer)
    const who = await partner(organisationId)
    const { browser } = await signIn(issuer, providerId, { sub: who.id, email: who.email })
    expect((await browser.get('/administration/providers')).statusCode).toBe(403)
    await expect(
      record.as({ id: who.id, class: 'practitioner' }, work =>
        sql`select * from access.organisation_providers()`.execute(work.db()),
      ),
    ).rejects.toThrow('permission denied')
  })
})
