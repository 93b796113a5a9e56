import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { numberOf, secretFrom, stepAt } from '#platform/keys'
import type { Clock } from '#platform/time'
import { type Browser, openBrowser } from '#test/browser.ts'
import type { TestRecord } from '#test/record.ts'
import { signInAs } from '#test/signIn.ts'

export const PASSPHRASE = 'kettle marble orbit lantern'

/** Somebody of another organisation, with what only they know. */
export type Invited = {
  readonly id: Uuid
  readonly email: string
  readonly secret: Buffer
  readonly codes: readonly string[]
}

/** What tests of invited sign-in do again and again, over one server. */
export function invitedStage(
  record: TestRecord,
  server: FastifyInstance,
  clock: Clock & { advance(by: Temporal.DurationLike): void },
) {
  const story = (fn: (db: Parameters<ReturnType<typeof sql>['execute']>[0]) => Promise<unknown>) =>
    record.as(serviceActor('storyteller'), work => fn(work.db()))

  /** A worker of a clinic, in post unless told otherwise. */
  async function partner(kind = 'nhs', isInPost = true): Promise<{ id: Uuid; email: string }> {
    const [organisation, id] = [makeUuid(), makeUuid()]
    const email = `${id}@clinic.example`
    await story(async db => {
      await sql`insert into organisation (id, name, kind) values (${organisation}, ${`Clinic ${id}`}, ${kind})`.execute(
        db,
      )
      await sql`insert into worker (id, organisation_id, display_name, email, class)
        values (${id}, ${organisation}, 'Partner Madeup', ${email}, 'practitioner')`.execute(db)
      if (isInPost)
        await sql`insert into post (worker_id, role, started_on) values (${id}, 'health_visitor', '2020-01-01')`.execute(
          db,
        )
    })
    return { id, email }
  }

  const administrator = async () =>
    signInAs(server, (await record.makers.worker({ class: 'administrator' })).id)

  async function invite(id: Uuid): Promise<string> {
    const answer = await (await administrator()).post('/administration/invited', { worker: id })
    return /invitation#([\w-]+)/.exec(answer.body)?.[1] ?? ''
  }

  /** Goes from the link to the page with the secret. */
  async function accept(link: string, browser = openBrowser(server)) {
    await browser.post('/sign-in/invitation', { link, chosen: PASSPHRASE, again: PASSPHRASE })
    return { browser, secret: await secretShown(browser) }
  }

  async function secretShown(browser: Browser): Promise<Buffer> {
    return secretFrom(/secret=([A-Z2-7]+)/.exec((await browser.get('/sign-in/device')).body)?.[1] ?? '')
  }

  const codeNow = (secret: Buffer, steps = 0): string => numberOf(secret, stepAt(clock.now()) + steps)

  /** Sets up keys by an invitation, and lets the code of that moment pass. */
  async function joined(): Promise<Invited> {
    const { id, email } = await partner()
    const { browser, secret } = await accept(await invite(id))
    const { body } = await browser.post('/sign-in/device', { code: codeNow(secret) })
    clock.advance({ seconds: 60 })
    const codes = [...body.matchAll(/<li>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})<\/li>/g)].map(
      ([, code = '']) => code,
    )
    return { id, email, secret, codes }
  }

  const signIn = (
    who: { readonly email: string },
    code: string,
    { passphrase = PASSPHRASE, browser = openBrowser(server), back = '/session' } = {},
  ) => browser.post('/sign-in/invited', { email: who.email, passphrase, code, return: back })

  return { story, partner, administrator, invite, accept, secretShown, codeNow, joined, signIn }
}
