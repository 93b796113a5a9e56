import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { signInAs } from '#test/signIn.ts'
import { doorStage } from '../../testing/doorStage.ts'

const stage = await doorStage()
const { record, makers, server, social, team } = stage
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))

const schoolId = makeUuid()
await tell(
  sql`insert into organisation (id, name, kind) values (${schoolId}, 'Invented Primary School', 'school')`,
)
await tell(sql`update team set telephone = '01632 960123' where id = ${team}`)
const lead = await makers.worker()
await tell(sql`update worker set organisation_id = ${schoolId} where id = ${lead.id}`)
await makers.post({ workerId: lead.id, role: 'designated_safeguarding_lead' })
const visitor = await signInAs(server, lead.id)

/** Sends by the partner's form. @returns its reference and id */
async function refer(given = 'Ada') {
  const answer = await visitor.post('/front-door/contacts/new', {
    worries: 'She was hungry all week',
    'person-0-role': 'child',
    'person-0-given': given,
    'person-0-family': 'Fenwickle',
  })
  const reference = /KF-[^/?]+/.exec(String(answer.headers.location))?.[0] ?? ''
  const { rows } = (await record.as(social.worker, work =>
    sql<{ id: Uuid; version: number; named: Uuid }>`select c.id, c.version, p.id as named from contact c
      join contact_person p on p.contact_id = c.id where c.reference = ${reference}`.execute(work.db()),
  )) as { rows: { id: Uuid; version: number; named: Uuid }[] }
  const [row] = rows
  if (row === undefined) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 2000)}`)
  return { reference, ...row }
}
const decide = (
  { id, version, named }: Awaited<ReturnType<typeof refer>>,
  more: Record<string, string> = {},
) =>
  social.visitor.post(`/front-door/contacts/${id}/decide`, {
    version: String(version),
    reasons: 'Her mother, Nell, drinks',
    [`outcome-${named}`]: 'advice',
    answer: 'yes',
    ...more,
  })
const page = async (reference: string) => (await visitor.get(`/front-door/sent/${reference}`)).body

describe('what a school’s lead sees of their referral', () => {
  test('at once: a receipt, the day by which the answer is to come, and whom to ring', async () => {
    const { reference } = await refer()
    const shown = await page(reference)
    expect(shown).toContain('We have received it')
    expect(shown).toContain('Our answer is to come')
    expect(shown).toContain('01632 960123')
    expect(shown).toContain('Not decided yet')
  })

  test('after the decision: what was decided and why, and not the council’s own reasons', async () => {
    const sent = await refer()
    expect((await decide(sent, { threshold: 'Advice on food banks was enough for now.' })).statusCode).toBe(
      303,
    )
    const shown = await page(sent.reference)
    expect(shown).toContain('Information or advice')
    expect(shown).toContain('Advice on food banks was enough for now.')
    expect(shown).toContain('Answered in time')
    expect(shown).not.toContain('drinks')
  })

  test('the usual words of the threshold where nobody wrote others', async () => {
    const sent = await refer()
    await decide(sent)
    expect(await page(sent.reference)).toContain('Nothing asked for a decision about a child')
  })

  test('late, when the working day has passed without an answer', async () => {
    const sent = await refer()
    await tell(sql`update contact set received_at = now() - interval '9 days' where id = ${sent.id}`)
    expect(await page(sent.reference)).toContain('Our answer is late')
    expect((await visitor.get('/front-door/sent')).body).toContain('Our answer is late')
    await decide(sent)
    expect(await page(sent.reference)).toContain('Answered late')
  })
})

test('words for the referrer that name somebody of the contact are refused, and nothing is decided', async () => {
  const sent = await refer('Ottoline')
  const answer = await decide(sent, { threshold: 'Ottoline was seen at home.' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Write it without a name')
  expect(await page(sent.reference)).toContain('Not decided yet')
})

test('a member of the public is told neither what was decided nor why', async () => {
  const id = await stage.contact({ source: '1B' })
  const version = (await stage.read(id))?.contact.version
  await social.visitor.post(`/front-door/contacts/${id}/decide`, {
    version: String(version),
    reasons: 'Nothing more to do',
    source: '1B',
    'outcome-whole': 'advice',
  })
  await social.visitor.post(`/front-door/contacts/${id}/feedback`, {
    channel: 'telephone',
    body: 'Thank you',
    threshold: 'It was not met',
  })
  const read = await stage.read(id)
  expect(read?.feedback).toMatchObject([{ outcome: null, threshold_reason: null }])
})
