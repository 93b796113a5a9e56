import { describe, expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { fixedClock } from '#platform/time'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const clock = fixedClock(Temporal.Now.instant())
const server = await testServer(record.database, [sampleModule], { clock })

async function signedIn() {
  const worker = await record.makers.worker()
  const visitor = await signInAs(server, worker.id)
  return { worker, visitor, status: async () => (await visitor.get('/sample.json')).statusCode }
}

const change = (id: Uuid, set: { left_at?: Temporal.Instant; class?: 'director' }) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<{ worker: { id: Uuid; left_at: Temporal.Instant; class: string } }>()
      .updateTable('worker')
      .set(set)
      .where('id', '=', id)
      .execute(),
  )

describe('a session', () => {
  it('goes on while it is used and ends after half an hour without a request', async () => {
    const { status } = await signedIn()
    for (let n = 0; n < 4; n += 1) {
      clock.advance({ minutes: 29 })
      expect(await status()).toBe(200)
    }
    clock.advance({ minutes: 31 })
    expect(await status()).toBe(303)
  })

  it('ends after twelve hours, however busy', async () => {
    const { status } = await signedIn()
    for (let n = 0; n < 25; n += 1) {
      clock.advance({ minutes: 28 })
      expect(await status()).toBe(200)
    }
    clock.advance({ minutes: 21 })
    expect(await status()).toBe(303)
  })

  it('is cut at the next request when its person leaves', async () => {
    const { worker, status } = await signedIn()
    expect(await status()).toBe(200)
    await change(worker.id, { left_at: Temporal.Now.instant().subtract({ seconds: 1 }) })
    expect(await status()).toBe(303)
  })

  it('is cut when its person gets another class', async () => {
    const { worker, status } = await signedIn()
    await change(worker.id, { class: 'director' })
    expect(await status()).toBe(303)
  })

  it('is kept as a hash only', async () => {
    const { visitor } = await signedIn()
    const [, token = ''] = visitor.cookie.split('=')
    const rows = await record.as(serviceActor('backup'), work =>
      work.db<{ 'app.session': { token_hash: Buffer } }>().selectFrom('app.session').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows.some(row => row.token_hash.toString().includes(token))).toBe(false)
  })

  it('is nobody when its token is made up', async () => {
    const headers = { cookie: `kith_session=${'a'.repeat(43)}` }
    expect((await server.inject({ url: '/sample.json', headers })).statusCode).toBe(303)
  })

  it('ends everywhere at once when asked to', async () => {
    const { worker, visitor } = await signedIn()
    const elsewhere = await signInAs(server, worker.id)
    const stranger = await signedIn()
    expect((await visitor.get('/session')).body.match(/Another browser/g)).toHaveLength(1)
    expect((await visitor.post('/sign-out-everywhere')).statusCode).toBe(303)
    expect((await elsewhere.get('/sample.json')).statusCode).toBe(303)
    expect(await stranger.status()).toBe(200)
  })

  it('is not ended by a form from elsewhere', async () => {
    const { visitor, status } = await signedIn()
    expect((await visitor.post('/sign-out', { _csrf: 'x' })).statusCode).toBe(403)
    expect(await status()).toBe(200)
  })
})

describe('the session cookie', () => {
  it('is bound to the host and to https where people come by https', async () => {
    const secure = await testServer(record.database, [sampleModule], {
      variables: { KITH_BASE_URL: 'https://localhost' },
    })
    const visitor = await signInAs(secure, (await record.makers.worker()).id)
    expect(visitor.cookie).toMatch(/^__Host-kith_session=/)
    const saved = await visitor.post('/samples', { text: 'x' }, { origin: 'https://localhost' })
    expect(saved.statusCode).toBe(303)
    expect(String(saved.headers['set-cookie'])).toMatch(
      /^__Host-kith_flash=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    expect(saved.headers['strict-transport-security']).toContain('max-age=')
    const plain = visitor.cookie.replace('__Host-', '')
    expect((await secure.inject({ url: '/sample.json', headers: { cookie: plain } })).statusCode).toBe(303)
  })
})
