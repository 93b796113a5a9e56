import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import type { Sealer } from '#platform/files'
import { makeUuid, parseUuid, type Uuid } from '#platform/ids'
import { secretOf } from '#platform/sign-in'
import { openBrowser } from '#test/browser.ts'
import type { TestRecord } from '#test/record.ts'
import { signInAs } from '#test/signIn.ts'
import type { FakeIssuer } from './fakeIssuer.ts'

type Claims = Readonly<Record<string, unknown>>

/** Somebody who works for an organisation. */
export type Partner = { readonly id: Uuid; readonly email: string }

type Trust = { readonly organisationId: Uuid; readonly providerId: Uuid }

/** What tests of organisations' own sign-in do again and again, over one server. */
export function providerStage(record: TestRecord, server: FastifyInstance) {
  const story = (query: ReturnType<typeof sql>) =>
    record.as(serviceActor('storyteller'), work => query.execute(work.db()))

  async function organisation(kind = 'nhs'): Promise<Uuid> {
    const id = makeUuid()
    await story(sql`insert into organisation (id, name, kind) values (${id}, ${`Trust ${id}`}, ${kind})`)
    return id
  }

  /** In post with the organisation. */
  async function partner(organisationId: Uuid, itsClass = 'practitioner'): Promise<Partner> {
    const id = makeUuid()
    const email = `${id}@trust.example`
    await story(sql`insert into worker (id, organisation_id, display_name, email, class)
      values (${id}, ${organisationId}, 'Partner Madeup', ${email}, ${itsClass})`)
    await story(
      sql`insert into post (worker_id, role, started_on) values (${id}, 'health_visitor', '2020-01-01')`,
    )
    return { id, email }
  }

  const administrator = async () =>
    signInAs(server, (await record.makers.worker({ class: 'administrator' })).id)

  /** What the administrator's form answers. */
  const name = async (
    organisationId: Uuid,
    issuer: string,
    last = Temporal.Now.plainDateISO().add({ days: 30 }),
  ) =>
    (await administrator()).post('/administration/providers', {
      organisation: organisationId,
      issuer,
      client: 'kith',
      secret: 'between us',
      'last-day': last.day,
      'last-month': last.month,
      'last-year': last.year,
    })

  /** An organisation whose people sign in by this issuer. @param sealer for one that ends in ten minutes, which no form makes */
  async function trust(issuer: FakeIssuer, sealer?: Sealer): Promise<Trust> {
    const organisationId = await organisation()
    if (sealer !== undefined)
      return { organisationId, providerId: await brief(organisationId, issuer, sealer) }
    const answer = await name(organisationId, issuer.issuer)
    const providerId = parseUuid(String(answer.headers.location).split('/').at(-1) ?? '')
    if (providerId === null) throw new Error(`The provider was not named: ${answer.statusCode}`)
    return { organisationId, providerId }
  }

  async function brief(organisationId: Uuid, { issuer }: FakeIssuer, sealer: Sealer): Promise<Uuid> {
    const id = makeUuid()
    const sealed = await sealer.seal(secretOf(id), Buffer.from('between us'))
    await record.as(await record.makers.worker({ class: 'administrator' }), work =>
      sql`select access.name_provider(${id}, ${organisationId}, ${issuer}, 'kith', ${sealed}, now() + interval '10 minutes')`.execute(
        work.db(),
      ),
    )
    return id
  }

  /** The way to the provider's door. */
  async function begin(providerId: Uuid, browser = openBrowser(server)) {
    const answer = await browser.get(`/sign-in/organisation/${providerId}?return=%2Fsession`)
    const door = new URL(String(answer.headers.location ?? 'http://nowhere.example/'))
    const state = door.searchParams.get('state') ?? ''
    return { browser, answer, door, state }
  }

  /** All the way: to the door and back, with what the issuer says of whoever came. */
  async function signIn(issuer: FakeIssuer, providerId: Uuid, claims: Claims, more = '') {
    const { browser, door, state } = await begin(providerId)
    const code = issuer.codeFor(door, claims)
    const answer = await browser.get(`/sign-in/return/${providerId}?code=${code}&state=${state}${more}`)
    const status = async () => (await browser.get('/session')).statusCode
    return { answer, browser, status }
  }

  /** Why the last sign-in was refused, as the audit has it. */
  async function lastReason(): Promise<unknown> {
    const { rows } = await record.as(serviceActor('verifier'), work =>
      sql<{ reason: unknown }>`select detail ->> 'reason' as reason from audit.entry
        where action = 'sign_in_refused' order by id desc limit 1`.execute(work.db()),
    )
    return rows[0]?.reason
  }

  return { story, organisation, partner, administrator, name, trust, begin, signIn, lastReason }
}
