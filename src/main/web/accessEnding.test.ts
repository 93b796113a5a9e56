import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { agenciesModule } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { fixedClock } from '#platform/time'
import { openBrowser } from '#test/browser.ts'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { invitedStage } from './invited/testing/invitedStage.ts'
import { fakeIssuer } from './providers/testing/fakeIssuer.ts'
import { providerStage } from './providers/testing/providerStage.ts'
import { sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const clock = fixedClock(Temporal.Now.instant())
const files = testFiles()
const server = await testServer(record.database, [agenciesModule, sampleModule], {
  clock,
  limits: { signIn: 10_000 },
  wordCost: { power: 4, blocks: 8, lanes: 1 },
  authorities: new Map([['localhost', testAuthority(record.database, { files, sealer: files.sealer })]]),
})
const { joined, codeNow, signIn } = invitedStage(record, server, clock)
const { name, trust, administrator } = providerStage(record, server)
const issuer = await fakeIssuer()
const today = Temporal.Now.plainDateISO('Europe/London')
const WORDS = 'Your access ends soon'
const LIST = '/administration/access-ending'

/** Has an invited account end in so many days. */
const endIn = (id: Uuid, days: number) =>
  record.as(serviceActor('porter'), work =>
    sql`update app.invited_key set expires_at = ${clock.now().add({ hours: 24 * days })} where worker_id = ${id}`.execute(
      work.db(),
    ),
  )

async function renew(fields: Record<string, string | readonly string[]>, on = today.add({ days: 100 })) {
  const last = { 'last-day': on.day, 'last-month': on.month, 'last-year': on.year }
  return await (await administrator()).post(LIST, { reason: 'The work goes on', ...last, ...fields })
}

describe('access that ends', () => {
  it('is told on the first page 30 days before, and on every page 7 days before', async () => {
    const who = await joined()
    const browser = openBrowser(server)
    await signIn(who, codeNow(who.secret), { browser })
    const told = async () => [
      (await browser.get('/samples')).body.includes(WORDS),
      (await browser.get('/session')).body.includes(WORDS),
    ]
    expect(await told()).toEqual([false, false])
    await endIn(who.id, 29)
    expect(await told()).toEqual([true, false])
    await endIn(who.id, 6)
    expect(await told()).toEqual([true, true])
    await renew({ which: who.id })
    expect(await told()).toEqual([false, false])
  })

  it('is told to nobody who comes in by the council’s provider', async () => {
    const visitor = await signInAs(server, (await record.makers.worker()).id)
    expect((await visitor.get('/samples')).body).not.toContain(WORDS)
  })

  it('of an organisation’s provider is told to its people', async () => {
    const { partner, organisation, signIn: come } = providerStage(record, server)
    const organisationId = await organisation()
    const answer = await name(organisationId, issuer.issuer, today.add({ days: 5 }))
    const providerId = String(answer.headers.location).split('/').at(-1) as Uuid // of the redirect to its page
    const who = await partner(organisationId)
    const { browser } = await come(issuer, providerId, { sub: who.id, email: who.email })
    expect((await browser.get('/session')).body).toContain(WORDS)
  })
})

describe('somebody invited whose organisation names a provider', () => {
  it('comes in by the provider from their first sign-in there, and by invitation once it is withdrawn', async () => {
    const who = await joined()
    const invited = openBrowser(server)
    await signIn(who, codeNow(who.secret), { browser: invited })
    const { rows } = await record.as(serviceActor('porter'), work =>
      sql<{ id: Uuid }>`select organisation_id as id from worker where id = ${who.id}`.execute(work.db()),
    )
    const [organisation] = rows
    if (organisation === undefined) throw new Error('They work for an organisation')
    const named = await name(organisation.id, issuer.issuer)
    const providerId = String(named.headers.location).split('/').at(-1) as Uuid // of the redirect to its page
    const status = async () => (await invited.get('/session')).statusCode
    expect(await status()).toBe(200)
    const { signIn: come } = providerStage(record, server)
    const { browser } = await come(issuer, providerId, { sub: who.id, email: who.email })
    expect([(await browser.get('/session')).statusCode, await status()]).toEqual([200, 303])
    await (await administrator()).post(`/administration/providers/${providerId}/withdraw`)
    clock.advance({ seconds: 60 })
    expect((await signIn(who, codeNow(who.secret))).statusCode).toBe(303)
  })
})

describe('the list of access that ends soon', () => {
  it('has what ends within 30 days or has ended, and the first page of administration says how much', async () => {
    const [soon, over, later] = [await joined(), await joined(), await joined()]
    await endIn(soon.id, 20)
    await endIn(over.id, -1)
    const visitor = await administrator()
    const { body } = await visitor.get(LIST)
    for (const [{ id }, isThere] of [
      [soon, true],
      [over, true],
      [later, false],
    ] as const)
      expect(body.includes(`value="${id}"`)).toBe(isThere)
    expect((await visitor.get(`${LIST}?all=yes`)).body).toContain(`value="${later.id}"`)
    expect((await visitor.get(`${LIST}?of=${later.id}`)).body).toMatch(
      new RegExp(`value="${later.id}" checked`),
    )
    expect((await visitor.get('/administration')).body).toMatch(/Access that ends soon: \d+<\/a>, \d+ of it/)
  })

  it('lets several go on at once, and keeps until when, why and by whom', async () => {
    const { id: account } = await joined()
    const { providerId } = await trust(issuer)
    expect((await renew({ which: [account, providerId] })).statusCode).toBe(303)
    const { rows } = await record.as(serviceActor('backup'), work =>
      sql<{
        reason: string
        days: number
      }>`select reason, (until at time zone 'Europe/London')::date - platform.today() as days
        from app.access_renewal where worker_id = ${account} or provider_id = ${providerId}`.execute(
        work.db(),
      ),
    )
    expect(rows).toEqual(Array(2).fill({ reason: 'The work goes on', days: 100 }))
    const page = await (await administrator()).get(`${LIST}?of=${account}`)
    expect(page.body).toContain('The work goes on')
    const { rows: noted } = await record.as(serviceActor('verifier'), work =>
      sql<{ action: string; detail: unknown }>`select action, detail from audit.entry
        where row_ids && ${[account, providerId]}::uuid[] and action like '%_renewed' order by id`.execute(
        work.db(),
      ),
    )
    expect(noted.map(({ action }) => action).toSorted()).toEqual(['invitation_renewed', 'provider_renewed'])
    expect(noted[0]?.detail).toEqual({ until: today.add({ days: 100 }).toString() })
  })

  it('asks for a choice, a reason and a day within a year', async () => {
    const { id: which } = await joined()
    for (const answer of [
      await renew({}),
      await renew({ which, reason: 'So.' }),
      await renew({ which }, today.add({ days: 366 })),
      await renew({ which }, today.subtract({ days: 1 })),
    ])
      expect(answer.statusCode).toBe(422)
    const visitor = await signInAs(server, (await record.makers.worker()).id)
    expect((await visitor.get(LIST)).statusCode).toBe(403)
  })

  it('has nothing that was withdrawn', async () => {
    const { id } = await joined()
    const { providerId } = await trust(issuer)
    const visitor = await administrator()
    await visitor.post(`/administration/invited/${id}/withdraw`)
    await visitor.post(`/administration/providers/${providerId}/withdraw`)
    const { body } = await visitor.get(`${LIST}?all=yes`)
    expect([body.includes(id), body.includes(providerId)]).toEqual([false, false])
    expect((await renew({ which: [id, providerId] })).statusCode).toBe(422)
  })
})
