import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { sql } from 'kysely'
import { makeUuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

type Chosen = {
  readonly codes?: readonly string[]
  readonly scopes?: readonly string[]
  readonly endedOn?: string
  /** Of its organisation. */
  readonly kind?: 'nhs' | 'police' | 'school'
}

/** Registers a system of an invented organisation, and gives what signs for it and asks for tokens. */
export async function partnerSystem(record: TestRecord, server: FastifyInstance, chosen: Chosen = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const [id, organisationId] = [makeUuid(), makeUuid()]
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] }
  const admin = await record.makers.worker({ class: 'administrator' })
  await record.as(admin, async work => {
    await sql`insert into organisation (id, name, kind) values (${organisationId}, ${`Invented organisation ${id}`}, ${chosen.kind ?? 'nhs'})`.execute(
      work.db(),
    )
    await sql`insert into partner_system (id, organisation_id, name, codes, scopes, keys, started_on, ended_on)
      values (${id}, ${organisationId}, 'Engine', ${[...(chosen.codes ?? ['RZZ99'])]}, ${[...(chosen.scopes ?? ['attendance.write'])]},
        ${JSON.stringify(keys)}, '2020-01-01', ${chosen.endedOn ?? null}::date)`.execute(work.db())
  })
  /** A signed statement; each part may be another than it should be. */
  const assertion = async (
    wrong: Readonly<Record<string, unknown>> = {},
    kid: string | undefined = 'one',
  ) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: id,
      sub: id,
      aud: 'http://localhost/oauth2/token',
      exp: now + 240,
      jti: randomUUID(),
      ...wrong,
    }
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', ...(kid ? { kid } : {}) })
      .sign(privateKey)
  }
  const ask = async (client_assertion: string, more: Readonly<Record<string, string>> = {}) =>
    await server.inject({
      method: 'POST',
      url: '/oauth2/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion,
        ...more,
      }).toString(),
    })
  const token = async (): Promise<string> =>
    (await ask(await assertion())).json<{ access_token: string }>().access_token
  return { id, organisationId, assertion, ask, token }
}
