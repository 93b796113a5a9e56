import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { numberOf, stepAt } from '#platform/keys'
import { testRecord } from '#test/record.ts'
import { hashCode, makeCode } from '../keys/readableCode.ts'
import { portalBrowser } from '../testing/portalBrowser.ts'
import { portalServer, portalStage } from '../testing/portalStage.ts'

const record = await testRecord()
const stage = await portalStage(record)
let now = Temporal.Instant.from('2026-11-22T10:00:00Z')
const server = await portalServer(record, {
  clock: { now: () => now, today: () => now.toZonedDateTimeISO('Europe/London').toPlainDate() },
})

/** What an authenticator makes of the key that is typed into it. */
function secretOf(typed: string): Buffer {
  const bits = [...typed.replace(/\s/g, '')]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
}

it('somebody joins by an app, whose number is proved first, and each number lets them in once', async () => {
  const accountId = makeUuid()
  const [number, code] = ['314159265', makeCode()]
  await record.as(stage.holder, async work => {
    await sql`insert into record.family_account (id, account_of, person_ids) values (${accountId}, ${stage.mother},
      ${[...stage.children]}::uuid[])`.execute(work.db())
    await sql`select access.give_family_code(${accountId}::uuid, ${number}, ${hashCode(number, code)}, ${now.add({ hours: 300 })})`.execute(
      work.db(),
    )
  })
  const browser = portalBrowser(server)
  await browser.send('/start', { number, code })
  const page = await browser.get('/word')
  const secret = secretOf(/type <strong>([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? '')
  expect(secret).toHaveLength(20)
  const shown = () => numberOf(secret, stepAt(now))
  const wrong = await browser.send('/word', { word: 'quiet harbour', by: 'authenticator', once: '000000' })
  expect([wrong.statusCode, wrong.body.includes('quiet harbour')]).toEqual([422, false])
  const joined = await browser.send('/word', { word: 'quiet harbour', by: 'authenticator', once: shown() })
  expect([joined.statusCode, joined.headers.location]).toEqual([303, '/'])
  expect((await browser.get('/')).statusCode).toBe(200)

  const comeIn = async (once: string) => {
    const other = portalBrowser(server)
    return (await other.send('/sign-in', { number, word: 'Quiet  Harbour', once })).statusCode
  }
  expect(await comeIn(shown())).toBe(422) // it served when they joined
  now = now.add({ minutes: 1 })
  expect(await comeIn(shown())).toBe(303)
  expect(await comeIn(shown())).toBe(422)
})

it('a session in careful mode ends after ten minutes without a request, and what was written is kept', async () => {
  const browser = portalBrowser(server)
  const accountId = makeUuid()
  const [number, code] = ['271828182', makeCode()]
  await record.as(stage.holder, async work => {
    await sql`insert into record.family_account (id, account_of, person_ids, reads_as) values (${accountId}, ${stage.boy},
      ${[stage.boy]}::uuid[], 'child')`.execute(work.db())
    await sql`select access.give_family_code(${accountId}::uuid, ${number}, ${hashCode(number, code)}, ${now.add({ hours: 300 })})`.execute(
      work.db(),
    )
  })
  await browser.send('/start', { number, code })
  const card = await browser.send('/word', { word: 'quiet harbour', by: 'card' })
  const [first = ''] = [...card.body.matchAll(/<li>(\d{4} \d{4})<\/li>/g)].map(([, one]) => one ?? '')
  await browser.send('/how-i-am', { words: 'Half a thought', save_draft: 'yes' })
  now = now.add({ minutes: 9 })
  expect((await browser.get('/')).statusCode).toBe(200)
  now = now.add({ minutes: 11 })
  expect((await browser.get('/')).headers.location).toBe('/sign-in')
  await browser.send('/sign-in', { number, word: 'quiet harbour', once: first })
  expect((await browser.get('/how-i-am')).body).toContain('Half a thought')
})
