import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const server = await testServer(record.database, [])
const system = await partnerSystem(record, server, { scopes: ['attendance.write', 'plan-status.read'] })

const seconds = (ahead: number) => Math.floor(Date.now() / 1000) + ahead

describe('a system that asks for a token', () => {
  test('is given one for minutes, with all that it may do or as much as it asks for', async () => {
    const all = await system.ask(await system.assertion())
    expect(all.statusCode).toBe(200)
    expect(all.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 600,
      scope: 'attendance.write plan-status.read',
    })
    expect(all.headers['cache-control']).toBe('no-store')
    const one = await system.ask(await system.assertion(), { scope: 'plan-status.read' })
    expect(one.json()).toMatchObject({ scope: 'plan-status.read' })
  })

  test('may not ask for what it may not do', async () => {
    const answer = await system.ask(await system.assertion(), { scope: 'notice.write' })
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'invalid_scope'])
  })

  test('is told what to send when it sends no proof', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/oauth2/token',
      payload: { grant_type: 'password' },
    })
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'invalid_request'])
  })

  test('uses each proof once', async () => {
    const proof = await system.assertion()
    expect((await system.ask(proof)).statusCode).toBe(200)
    expect((await system.ask(proof)).json()).toMatchObject({ error: 'invalid_client' })
  })

  test.each([
    ['expired', { exp: seconds(-60) }],
    ['of more than five minutes', { exp: seconds(400) }],
    ['without an end', { exp: undefined }],
    ['for another address', { aud: 'http://elsewhere/oauth2/token' }],
    ['about another', { sub: 'somebody else' }],
    ['without a number', { jti: undefined }],
    ['of nobody', { iss: '0197a000-0000-7000-8000-000000000000' }],
  ])('is refused with a proof %s', async (_what, wrong) => {
    const answer = await system.ask(await system.assertion(wrong))
    expect([answer.statusCode, answer.json().error]).toEqual([401, 'invalid_client'])
  })

  test('is refused with a proof that names no key, or is none, or of another’s key', async () => {
    const other = await partnerSystem(record, server)
    for (const proof of [
      await system.assertion({}, ''),
      'not.a.proof',
      await other.assertion({ iss: system.id, sub: system.id }),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${(await system.assertion()).split('.')[1]}.`,
    ])
      expect((await system.ask(proof)).statusCode).toBe(401)
  })

  test('is refused once it has ended', async () => {
    const ended = await partnerSystem(record, server, { endedOn: '2020-06-01' })
    expect((await ended.ask(await ended.assertion())).statusCode).toBe(401)
  })

  test('stands in the audit, and its token nowhere', async () => {
    const token = await system.token()
    const seen = await record.as(serviceActor('verifier'), async work => {
      const { rows } = await sql<{
        detail: unknown
      }>`select detail from audit.entry where resource = 'partner_system'
        and ${system.id}::uuid = any (row_ids)`.execute(work.db())
      return JSON.stringify(rows)
    })
    expect(seen).toContain('attendance.write')
    expect(seen).not.toContain(token)
  })
})
