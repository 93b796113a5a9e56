import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createTcp } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { registerModules } from '../../../main/modules.ts'
import { familyPortalModule } from '../index.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { giveCopy, openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'
import { messageFamilies } from './messageFamilies.ts'

const record = await testRecord()
const stage = await portalStage(record)
registerModules()
const staff = await testServer(record.database, [familyPortalModule])
const portal = await portalServer(record)
const holder = await signInAs(staff, stage.holder.id)
const mother = await openAccount(record, { of: stage.mother, children: stage.children })
const father = await openAccount(record, { of: stage.father, children: stage.children, isCareful: false })
const base = `/people/${stage.boy}/family-access`

/** What a mail server and a gateway of texts were handed, as it came. */
const mails: string[] = []
const texts: { readonly body: string; readonly key: string | undefined }[] = []
let gatewayAnswers = 200
const smtp = createTcp(socket => {
  let isData = false
  let mail = ''
  socket.write('220 test\r\n')
  socket.on('data', chunk => {
    for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
      if (isData && line === '.') {
        isData = false
        mails.push(mail)
        socket.write('250 kept\r\n')
      } else if (isData) mail += `${line}\n`
      else if (line === 'DATA') {
        isData = true
        mail = ''
        socket.write('354 go on\r\n')
      } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 yes\r\n')
    }
  })
  socket.on('error', () => undefined)
})
const gateway = createServer(async (request, reply) => {
  let body = ''
  for await (const chunk of request) body += chunk
  texts.push({ body, key: request.headers.authorization })
  reply.writeHead(gatewayAnswers).end()
})
beforeAll(async () => {
  await new Promise<void>(done => smtp.listen(0, '127.0.0.1', done))
  await new Promise<void>(done => gateway.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  smtp.close()
  gateway.close()
})
const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

async function carry(withText = true): Promise<void> {
  const task = messageFamilies({
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp)}`,
    from: 'post@example.org',
    gateway: withText ? { url: `http://127.0.0.1:${portOf(gateway)}/send`, key: 'a key' } : undefined,
  })
  await task.run({ database: record.database, log: makeLog({ level: 'error' }) }, {})
}

/** A copy that a worker gives now, by the portal. */
async function release(to: Uuid): Promise<void> {
  const { copyId } = await giveCopy(record, { to, children: stage.children })
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  await client.query(
    "update record.paper_copy set status = 'approved', released_at = null, released_by = null where id = $1",
    [copyId],
  )
  await client.query(
    "update record.paper_copy set status = 'released', released_at = now(), released_by = approved_by[1] where id = $1",
    [copyId],
  )
  await client.end()
}

const choose = (accountId: Uuid, fields: Record<string, string>) =>
  holder.post(`${base}/${accountId}/channel`, {
    seen: '',
    agreedWith: 'Herself, in the office, alone',
    'agreedOn-day': '1',
    'agreedOn-month': '11',
    'agreedOn-year': '2026',
    ...fields,
  })

test('nothing goes to an address that nobody chose, whatever the record holds and whether careful mode is on', async () => {
  for (const person_id of [stage.mother, stage.father])
    for (const [kind, value] of [
      ['email', 'on.record@example.org'],
      ['mobile', '07700 900461'],
    ])
      await record.as(serviceActor('storyteller'), work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .insertInto('person_contact')
          .values({ id: makeUuid(), person_id, kind: kind === 'mobile' ? 'telephone' : kind, value })
          .execute(),
      )
  await release(stage.mother)
  await release(stage.father)
  await carry()
  expect([mails, texts]).toEqual([[], []])
})

test('whoever chose an e-mail is told once that there is a message, and nothing else', async () => {
  const kept = await choose(mother.id, { kind: 'email', address: 'mine.alone@example.org' })
  expect(kept.statusCode).toBe(303)
  expect((await holder.get(base)).body).toContain('agreed 1 November 2026: Herself, in the office, alone')
  await release(stage.mother)
  await release(stage.mother)
  await release(stage.father)
  await carry()
  await carry()
  expect(mails).toHaveLength(1)
  const [mail = ''] = mails
  expect(mail).toContain('To: mine.alone@example.org')
  expect(mail).toContain('Subject: You have a message\n')
  expect(mail).toContain('You have a message. Sign in as you usually do.')
  expect(mail).not.toMatch(/kith|council|child|worker|http|Petra/i)
})

test('a channel that was ended, or belongs to a closed account, is sent nothing', async () => {
  const page = await holder.get(`${base}/${mother.id}/channel`)
  const seen = /name="seen" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  await release(stage.mother) // waits to be told as the channel ends
  const ended = await holder.post(`${base}/${mother.id}/channel`, {
    seen,
    end: 'yes',
    because: 'He reads it now',
  })
  expect(ended.statusCode).toBe(303)
  await release(stage.mother)
  await carry()
  expect(mails).toHaveLength(1)
})

test('a text goes by the gateway, is tried again when refused, and waits where there is none', async () => {
  await choose(mother.id, { kind: 'text', address: '07700 900 999' })
  await release(stage.mother)
  await carry(false)
  expect(texts).toEqual([])
  gatewayAnswers = 503
  await carry()
  gatewayAnswers = 200
  await carry()
  await carry()
  const body = JSON.stringify({ to: '07700900999', text: 'You have a message. Sign in as you usually do.' })
  expect(texts).toEqual([1, 2].map(() => ({ body, key: 'Bearer a key' })))
})

test('a wrong address, and a form that another overtook, are refused with what was typed', async () => {
  const wrong = await choose(father.id, { kind: 'text', address: '01632 960000' })
  expect([
    wrong.statusCode,
    wrong.body.includes('Enter a mobile number like'),
    wrong.body.includes('01632 960000'),
  ]).toEqual([422, true, true])
  const late = await choose(mother.id, { kind: 'email', address: 'late@example.org' })
  expect(late.statusCode).toBe(409)
  for (const both of ['late@example.org', '07700900999']) expect(late.body).toContain(both)
})

test('whoever may not write of every child neither sees nor keeps a channel', async () => {
  const stranger = await signInAs(staff, stage.stranger.id)
  for (const path of [`${base}/${mother.id}/channel`]) expect((await stranger.get(path)).statusCode).toBe(404)
  const own = await record.as(stage.stranger, async work => {
    const { sql } = await import('kysely')
    return (await sql`select from access.family_channels(${[mother.id]}::uuid[])`.execute(work.db())).rows
  })
  expect(own).toEqual([])
  const refused = await stranger.post(`${base}/${mother.id}/channel`, {
    seen: '',
    kind: 'email',
    address: 'x@example.org',
  })
  expect(refused.statusCode).toBe(404)
})

test('another card replaces the one that was lost; the secret word stays', async () => {
  const browser = portalBrowser(portal)
  const first = { number: mother.number, word: WORD }
  expect((await browser.send('/sign-in', { ...first, once: mother.card[0] ?? '' })).statusCode).toBe(303)
  const letter = await holder.post(`${base}/${mother.id}/card`)
  expect(letter.statusCode).toBe(200)
  const numbers = [...letter.body.matchAll(/<li>(\d{4} \d{4})<\/li>/g)].map(([, number = '']) => number)
  expect(numbers).toHaveLength(24)
  expect((await browser.get('/')).headers.location).toBe('/sign-in')
  const again = portalBrowser(portal)
  expect((await again.send('/sign-in', { ...first, once: mother.card[1] ?? '' })).statusCode).toBe(422)
  expect((await again.send('/sign-in', { ...first, once: numbers[0] ?? '' })).statusCode).toBe(303)
})
