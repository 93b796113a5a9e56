import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testAuthority, testFiles, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { partnersModule } from '../../module.ts'
import { readNotice } from '../../taking/readNotice.ts'
import { openPolice } from '../../testing/openPolice.ts'

const record = await testRecord()
const files = testFiles()
const authorities = new Map([['localhost', testAuthority(record.database, { files })]])
const server = await testServer(record.database, [partnersModule], { authorities })
const { school, officer, lead, otherLead, decider } = await openPolice(record)
const [police, dsl, social] = [
  await signInAs(server, officer.id),
  await signInAs(server, lead.id),
  await signInAs(server, decider.id),
]
const fields = {
  policeReference: 'NM/9/26',
  'child-given': 'Tansy',
  'child-family': 'Marrowby',
  schooling: 'school',
  schoolId: school,
  'happenedAt-day': '10',
  'happenedAt-month': '3',
  'happenedAt-year': '2026',
  'happenedAt-time': '22:15',
  place: '1 Invented Row',
  wasPresent: 'yes',
  circumstances: 'A door was broken',
}

const fail = (said: string) => {
  throw new Error(said)
}

/** What waits is read, as the worker's job does. */
async function readAll(): Promise<void> {
  const waiting = await record.as(serviceActor('listener'), work =>
    sql<{ message_id: string }>`select message_id from app.message_work where state = 'waiting'`.execute(
      work.db(),
    ),
  )
  const task = readMessageTask(files.sealer, readNotice)
  const log = { error: fail, warn: fail } as never
  for (const { message_id: id } of waiting.rows)
    await task.run({ database: record.database, log } as never, { id })
}

describe('an Encompass notice', () => {
  test('is asked for again where something is missing, at each field', async () => {
    const answer = await police.post('/partner-notices/send/encompass', {
      ...fields,
      place: '',
      wasPresent: '',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Enter where it happened')
    expect(answer.body).toContain('Select whether the child was there')
    expect(answer.body).toContain('A door was broken')
  })
  test('goes from the form to the school’s lead, who reads it; its sender sees that', async () => {
    const answer = await police.post('/partner-notices/send/encompass', fields)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/partner-notices/sent'])
    const receipt = await police.get('/partner-notices/sent')
    const reference = /KN-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt.body)?.[0]
    expect(reference).toBeDefined()
    expect(receipt.body).toContain('Received')
    await readAll()
    const list = await dsl.get('/partner-notices')
    expect(list.body).toContain('Tansy Marrowby')
    expect(list.body).toContain('school day')
    const path = /href="(\/partner-notices\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? ''
    const page = await dsl.get(path)
    expect(page.body).toContain('A door was broken')
    expect((await dsl.post(`${path}/read`, {})).statusCode).toBe(303)
    expect((await dsl.get('/partner-notices')).body).not.toContain('Tansy')
    expect((await police.get('/partner-notices/sent')).body).toContain('Read ')
    const other = await signInAs(server, otherLead.id)
    expect((await other.get(path)).statusCode).toBe(404)
  })
  test('of a child nobody knows waits in the queue until the front door answers', async () => {
    const queue = await social.get('/partner-notices/queue')
    expect(queue.body).toContain('Nobody of the record fits')
    const path = /href="(\/partner-notices\/queue\/[0-9a-f-]{36})"/.exec(queue.body)?.[1] ?? ''
    expect((await dsl.post(path, { answer: 'seen' })).statusCode).toBe(404)
    expect((await social.post(path, { answer: 'not_known_here' })).statusCode).toBe(303)
    expect((await social.get('/partner-notices/queue')).body).toContain('Decided in the last four weeks')
  })
})

test('nobody of the council, and no school, is shown the forms of the police', async () => {
  for (const visitor of [social, dsl])
    expect((await visitor.get('/partner-notices/send/encompass')).statusCode).toBe(404)
  expect((await dsl.get('/partner-notices/send')).body).toContain('/front-door/contacts/new')
})
