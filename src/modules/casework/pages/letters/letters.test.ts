import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../../../main/modules.ts'
import type { CaseworkTables } from '../../tables.ts'

const record = await testRecord()
registerModules()
const server = await testServer(record.database, serviceModules)
const { makers } = record
const team = await makers.team()
const worker = await makers.worker()
const managing = await makers.worker()
await makers.post({ workerId: managing.id, teamId: team, role: 'team_manager' })
const mother = await makers.person({ given: 'Hollis', family: 'Quernstone' })
const father = await makers.person({ given: 'Ambrose', family: 'Quernstone' })
const { children } = await makers.family({ children: 1, adults: [mother, father] })
const child = children[0] as Uuid // one was asked for
await makers.allocation({ personId: child, teamId: team, workerId: worker.id })
const visitor = await signInAs(server, worker.id)
const manager = await signInAs(server, managing.id)
const stranger = await signInAs(server, (await makers.worker()).id)

type Row = Readonly<Record<string, unknown>>
const told = async (table: string, values: Row): Promise<Uuid> => {
  const id = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id, ...values })
      .execute(),
  )
  return id
}
const changed = (table: string, id: Uuid, values: Row) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .updateTable(table)
      .set(values)
      .where('id', '=', id)
      .execute(),
  )
const lives = (person_id: Uuid, lines: string, also: Row = {}) =>
  told('person_address', {
    person_id,
    kind: 'home',
    lines,
    postcode: 'ZZ99 2QQ',
    is_confidential: false,
    started_on: '2024-01-01',
    ...also,
  })
const fathersHome = await lives(father, '3 Pennant Road\nAldermere')
const mothersHome = await lives(mother, '8 Larkspur Close\nAldermere')

const base = `/people/${child}/letters`
async function begun(recipient: Uuid, template = 'appointment'): Promise<string> {
  const answer = await visitor.post(`${base}/new`, { recipient: `person:${recipient}`, template })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}
const versionOf = async (at: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await visitor.get(at)).body)?.[1] ?? ''
const readied = async (at: string, text: string) =>
  visitor.post(at, { subject: 'Meeting us', text, version: await versionOf(at), step: 'ready' })
const sent = async (at: string, by = visitor) =>
  by.post(`${at}/send`, { how: 'post', version: await versionOf(at) })
const statusOf = async (at: string) => {
  const id = at.split('/').at(-1) as Uuid // of our own address
  const row = await record.as(worker, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('letter')
      .select(['status', 'stopped_reason', 'released_by'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return row.status
}

test('goes to somebody of the record, filled from it, ready, sent, and kept as a document that went out', async () => {
  const choice = (await visitor.get(`${base}/new`)).body
  expect(choice).toContain('Ambrose Quernstone')
  expect(
    (await visitor.post(`${base}/new`, { recipient: `person:${makeUuid()}`, template: 'appointment' }))
      .statusCode,
  ).toBe(422)
  const at = await begun(father)
  const page = (await visitor.get(at)).body
  for (const words of ['Dear Ambrose Quernstone', 'adult of the family', '3 Pennant Road', '[date and time]'])
    expect(page).toContain(words)
  const unfilled = await readied(at, 'Come on [date].')
  expect([unfilled.statusCode, unfilled.body.includes('Fill in or take out: [date]')]).toEqual([422, true])
  expect((await readied(at, 'Come on Monday at ten.')).statusCode).toBe(303)
  const went = await sent(at)
  expect(String(went.headers.location)).toMatch(/\/documents\//)
  const file = await visitor.get(`${went.headers.location}/file`)
  expect([file.statusCode, file.headers['content-type'], file.rawPayload.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ])
  expect((await sent(at)).statusCode).toBe(422)
  expect((await visitor.get(`/people/${child}/documents?direction=out`)).body).toContain(
    'Appointment, to adult of the family',
  )
  for (const url of [at, `${at}/print`]) expect((await stranger.get(url)).statusCode).toBe(404)
})

test('a letter with a protected address waits for two people, who release that rendering and no other', async () => {
  await told('person_address', {
    person_id: mother,
    kind: 'refuge',
    lines: '21 Thistlewick Way',
    postcode: 'ZZ97 5TT',
    is_confidential: true,
    started_on: '2020-01-01',
    ended_on: '2021-01-01',
  })
  const at = await begun(father)
  await readied(at, 'The nursery is near 21 Thistlewick Way.')
  expect(await statusOf(at)).toBe('held')
  expect((await manager.get('/notices')).body).toContain('waits for two people')
  const hashOf = async () =>
    /name="hash" value="([0-9a-f]{64})"/.exec((await visitor.get(at)).body)?.[1] ?? ''
  const first = await hashOf()
  const release = (by: typeof visitor, hash: string) =>
    by.post(`${at}/release`, { hash, release_reason: 'He picks the child up there' })
  expect((await release(visitor, first)).statusCode).toBe(303)
  expect((await release(visitor, first)).statusCode).toBe(422)
  expect(await statusOf(at)).toBe('held')
  await readied(at, 'The nursery is at 21 Thistlewick Way.')
  expect((await release(manager, first)).statusCode).toBe(422)
  await release(visitor, await hashOf())
  const second = /name="hash" value="([0-9a-f]{64})"/.exec((await manager.get(at)).body)?.[1] ?? ''
  expect((await release(manager, second)).statusCode).toBe(303)
  expect(await statusOf(at)).toBe('ready')
  await sent(at)
  expect(await statusOf(at)).toBe('sent')
})

test('nobody makes a held letter ready past the two, in the database itself', async () => {
  const at = await begun(father)
  await readied(at, 'It is 21 Thistlewick Way.')
  const id = at.split('/').at(-1) as Uuid // of our own address
  const set = (values: Row) =>
    record.as(worker, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('letter')
        .set(values)
        .where('id', '=', id)
        .execute(),
    )
  await expect(set({ status: 'ready' })).rejects.toThrow(/waits for two people/)
  await expect(set({ released_by: [worker.id, managing.id], status: 'ready' })).rejects.toThrow(
    /for themself/,
  )
  await expect(set({ recipient_person_id: mother })).rejects.toThrow(/keeps its recipient/)
  expect(
    (
      await visitor.post(at, {
        subject: 'x',
        text: 'Come on Monday.',
        version: await versionOf(at),
        step: 'ready',
      })
    ).statusCode,
  ).toBe(303)
  expect(await statusOf(at)).toBe('ready')
})

test('an address that became protected a minute ago stops a ready letter when it is sent', async () => {
  const at = await begun(father)
  await readied(at, 'Come on Monday.')
  await changed('person_address', fathersHome, { is_confidential: true })
  await sent(at)
  expect(await statusOf(at)).toBe('stopped')
  expect((await visitor.get(at)).body).toContain('has become protected since the letter was made ready')
  await changed('person_address', fathersHome, { is_confidential: false })
})

test('a new confidential address closes the old one for post at once; the letter is written again to where she lives now', async () => {
  const at = await begun(mother)
  await readied(at, 'Come on Monday.')
  await lives(mother, '5 Old Quarry Row\nElsewhere', {
    kind: 'refuge',
    is_confidential: true,
    started_on: '2026-01-02',
    postcode: 'ZZ96 1RR',
  })
  expect((await sent(at)).statusCode).toBe(303)
  expect(await statusOf(at)).toBe('stopped')
  const again = String((await visitor.post(`${at}/again`)).headers.location)
  expect((await visitor.get(again)).body).toContain('5 Old Quarry Row')
  await readied(again, 'Come on Monday.')
  expect(await statusOf(again)).toBe('ready')
  await sent(again)
  expect(await statusOf(again)).toBe('sent')
  expect(mothersHome).toBeDefined()
})

test('asks why, before words of another child’s notes go to a parent, and keeps the reason', async () => {
  const other = await makers.person()
  await makers.allocation({ personId: other, teamId: team, workerId: worker.id })
  const note = (person_ids: readonly Uuid[], body: string) =>
    told('note', {
      kind: 'meeting',
      happened_at: '2026-01-05T10:00Z',
      author_id: worker.id,
      body,
      person_ids,
    })
  const theirs =
    'Police say that the boy’s uncle was seen twice near the school gates with a man who is known to them.'
  const noteId = await note([other], theirs)
  await note(
    [child],
    'We agreed that he goes to the breakfast club on every day of the week, and that I ring on Fridays.',
  )
  const at = await begun(father)
  const own =
    'We agreed that he goes to the breakfast club on every day of the week, and that I ring on Fridays.'
  const text = `${own} The uncle was seen twice near the SCHOOL gates, with a man\nwho is known to us.`
  const asked = await readied(at, text)
  expect([
    asked.statusCode,
    asked.body.includes(`/notes/${noteId}`),
    asked.body.includes('breakfast club'),
  ]).toEqual([422, true, true])
  expect(asked.body.match(/href="\/notes\//g)).toHaveLength(1)
  expect(await statusOf(at)).toBe('draft')
  const reason = 'The police agreed that he is told'
  const answer = { subject: 'Meeting us', text, version: await versionOf(at), step: 'ready' }
  const endless = `${reason}${' and why'.repeat(200)}`
  const refused = await visitor.post(at, { ...answer, copied_reason: endless })
  expect([refused.statusCode, refused.body.includes(endless)]).toEqual([422, true])
  expect((await visitor.post(at, { ...answer, copied_reason: reason })).statusCode).toBe(303)
  expect(await statusOf(at)).toBe('ready')
  expect((await visitor.get(at)).body).toContain(reason)
  const short = await begun(father)
  expect((await readied(short, 'He was seen twice near the school gates.')).statusCode).toBe(303)
})

test('a ready letter is held when what it tells became protected meanwhile', async () => {
  const at = await begun(father)
  await readied(at, 'The dentist is in Kingsmere Gardens.')
  await lives(child, '9 Kingsmere Gardens', {
    kind: 'placement',
    is_confidential: true,
    postcode: 'ZZ95 3PL',
  })
  await sent(at)
  expect(await statusOf(at)).toBe('held')
})

test('refuses where the record has no address, and keeps what was typed when somebody saved before', async () => {
  const ended = await begun(father)
  await changed('person_address', fathersHome, { ended_on: '2025-01-01' })
  const refused = await readied(ended, 'Come on Monday.')
  expect([refused.statusCode, refused.body.includes('No present address is recorded')]).toEqual([422, true])
  const version = await versionOf(ended)
  await visitor.post(ended, { subject: 'Mine', text: 'First words', version, step: 'save' })
  const stale = await visitor.post(ended, { subject: 'Yours', text: 'Second words', version, step: 'save' })
  expect([stale.statusCode, stale.body.includes('First words'), stale.body.includes('Second words')]).toEqual(
    [422, true, true],
  )
})
