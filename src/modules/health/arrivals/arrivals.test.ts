import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { keepMessage, readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testSealer } from '#test/server.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { healthModule } from '../module.ts'
import { keepHl7 } from '../taking/keepHl7.ts'
import { readHl7 } from '../taking/readHl7.ts'
import { openHospital } from '../testing/hospital.ts'

const record = await testRecord()
const hospital = await openHospital(record)
const sealer = testSealer()
const ask = askPage(record.as, healthModule.routes)
const { admin } = hospital
const message = (visit: string, version = '2.4') =>
  [
    `MSH|^~\\&|FALLOW|RQQ11|KITH|COUNTY|202611201201||ADT^A04|${visit}|P|${version}`,
    'PID|1||9434765919^^^NHS^NH||Otterly^Wren||20240502|F|||1 Row^^Town^^NM1 2AB',
    `PV1|1|E|ED||||||||||||||||${visit}`,
  ].join('\r')
const take = (text: string) =>
  keepHl7(
    { database: record.database, sealer },
    [{ raw: Buffer.from(text), proof: { codes: ['RQQ11'] } }],
    'hl7_http',
  )
const waiting = () =>
  record.as(admin, async work => {
    const { rows } = await sql<{
      id: string
    }>`select w.message_id as id from app.message_work w join app.message_in m on m.id = w.message_id
      where w.state in ('refused', 'dead') order by m.received_at`.execute(work.db())
    return rows.map(({ id }) => id)
  })
const settle = (actor: Actor, messageId: string, sent: Record<string, string>) =>
  ask(actor, 'POST', '/administration/messages/:messageId', { params: { messageId }, sent })

describe('a message of a hospital that nobody set up', () => {
  test('waits for an administrator, who sees by which door it came and nothing of the child', async () => {
    await take(message('Q1'))
    const page = contentOf(await ask(admin, 'GET', '/administration/messages', {}))
    expect(page).toContain('names itself RQQ11')
    expect(page).not.toContain('Otterly')
    await expect(
      record.as(admin, work => sql`select sealed from app.message_in`.execute(work.db())),
    ).rejects.toThrow('permission denied')
  })

  test('is read as of the hospital that the administrator names, and told to the nurse', async () => {
    const [id = ''] = await waiting()
    expect(await settle(admin, id, { step: 'read_again' })).toMatchObject({ status: 422 })
    const done = await settle(admin, id, { step: 'read_again', sender: hospital.senderId })
    expect(done).toMatchObject({ kind: 'redirect', success: 'The message is being read again' })
    const log = makeLog({ level: 'silent' })
    await readMessageTask(sealer, readHl7).run({ database: record.database, log }, { id })
    const seen = await record.as(hospital.visitor, work =>
      sql`select 1 from attendance where visit_key = 'Q1'`.execute(work.db()),
    )
    expect(seen.rows).toHaveLength(1)
    expect(await settle(admin, id, { step: 'read_again', sender: hospital.senderId })).toMatchObject({
      status: 409,
    })
  })

  test('is closed only with a reason', async () => {
    await take(message('Q2', '9.9'))
    const [id = ''] = await waiting()
    expect(await settle(admin, id, { step: 'close' })).toMatchObject({ status: 422 })
    expect(await settle(admin, id, { step: 'close', why: 'A trial, the trust says' })).toMatchObject({
      kind: 'redirect',
    })
    expect(await waiting()).toEqual([])
  })

  test('sent again waits once', async () => {
    await take(message('Q3'))
    await take(message('Q3'))
    expect(await waiting()).toHaveLength(1)
  })

  test('stands in the audit when somebody settles it', async () => {
    const found = await record.as(serviceActor('verifier'), work =>
      sql`select 1 from audit.entry where resource = 'message' and action = 'update'`.execute(work.db()),
    )
    expect(found.rows).toHaveLength(2)
  })
})

describe('the directories of health', () => {
  test.each(['hospitals', 'nursing-areas', 'councils'])('%s opens for administrators', async slug => {
    expect((await ask(admin, 'GET', `/administration/${slug}`, {})).kind).toBe('page')
    expect((await ask(admin, 'GET', `/administration/${slug}/:row`, { params: { row: 'new' } })).kind).toBe(
      'page',
    )
  })

  test('a hospital is refused with a fingerprint that is none, and kept with one', async () => {
    const { rows } = await record.as(admin, work =>
      sql<{ id: string }>`select id from organisation limit 1`.execute(work.db()),
    )
    const sent = {
      organisation_id: rows[0]?.id ?? '',
      facility: 'rww22',
      fingerprints: 'AB:CD',
      usual_gap_minutes: '60',
      liaison_team_id: hospital.liaison,
      'started_on-day': '1',
      'started_on-month': '2',
      'started_on-year': '2026',
    }
    const save = (fingerprints: string) =>
      ask(admin, 'POST', '/administration/hospitals/:row', {
        params: { row: 'new' },
        sent: { ...sent, fingerprints },
      })
    expect(contentOf(await save('AB:CD'))).toContain('A fingerprint has 32 pairs')
    expect((await save(Array.from({ length: 32 }, () => 'ab').join(':'))).kind).toBe('redirect')
    const kept = await record.as(admin, work =>
      sql<{
        profile: unknown
        fingerprints: string[]
      }>`select profile, fingerprints from health_sender where facility = 'RWW22'`.execute(work.db()),
    )
    expect(kept.rows).toMatchObject([{ profile: {} }])
  })
})

test('a form that was refused is shown with the organisation that sent it, and no hospital is asked for', async () => {
  const organisationId = makeUuid()
  await record.as(admin, work =>
    sql`insert into organisation (id, name, kind) values (${organisationId}, 'Fallow Primary', 'school')`.execute(
      work.db(),
    ),
  )
  await record.database.as(serviceActor('listener'), 'health', work =>
    keepMessage(work, sealer, {
      senderId: organisationId,
      channel: 'form',
      controlId: '',
      bytes: Buffer.from('{}'),
      answerCode: 'AE',
      saidSender: null,
      answer: Buffer.from('{}'),
      fault: 'not_as_agreed',
    }),
  )
  expect(contentOf(await ask(admin, 'GET', '/administration/messages', {}))).toContain('Fallow Primary')
  const messageId = (await waiting()).at(-1) ?? ''
  const page = contentOf(
    await ask(admin, 'GET', '/administration/messages/:messageId', { params: { messageId } }),
  )
  expect(page).toContain('Fallow Primary')
  expect(page).not.toContain('Which hospital')
  await settle(admin, messageId, { step: 'close', why: 'It came again' })
})
