import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { hashCode, makeCode } from '../keys/readableCode.ts'
import { type PortalBrowser, portalBrowser } from '../testing/portalBrowser.ts'
import { giveCopy, openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

const record = await testRecord()
const stage = await portalStage(record)
const server = await portalServer(record)

const mother = await openAccount(record, { of: stage.mother, children: stage.children })
const father = await openAccount(record, { of: stage.father, children: stage.children })
const hers = await giveCopy(record, { to: stage.mother, children: stage.children, words: 'Only for her.' })
const his = await giveCopy(record, { to: stage.father, children: stage.children, words: 'Only for him.' })

type Account = { readonly number: string; readonly card: readonly string[] }
const used = new Map<string, number>()
async function inside(account: Account): Promise<PortalBrowser> {
  const place = used.get(account.number) ?? 0
  used.set(account.number, place + 1)
  const browser = portalBrowser(server)
  const answer = await browser.send('/sign-in', {
    number: account.number,
    word: WORD,
    once: account.card[place] ?? '',
  })
  expect(answer.statusCode).toBe(303)
  return browser
}

/** As the owner of the schema in the storyteller's place: what no page can do. */
const change = (text: string, values: readonly unknown[]) =>
  record.as(serviceActor('storyteller'), async work => {
    const client = new pg.Client(record.superuserUrl)
    await client.connect()
    try {
      await client.query(text, [...values])
    } finally {
      await client.end()
    }
    return work.now
  })

async function invite(accountId: Uuid): Promise<{ number: string; code: string }> {
  const [number, code] = [String(Math.floor(Math.random() * 1e9)).padStart(9, '0'), makeCode()]
  await record.as(stage.holder, work =>
    sql`select access.give_family_code(${accountId}::uuid, ${number}, ${hashCode(number, code)}, now() + interval '14 days')`.execute(
      work.db(),
    ),
  )
  return { number, code }
}

describe('somebody else’s copy', () => {
  it('answers as one that is not there, to the last byte, for every address and form', async () => {
    const browser = await inside(father)
    const nobody = makeUuid()
    for (const path of ['/copies/ID', '/copies/ID/plan', '/wrong/ID', '/meetings/ID']) {
      const [theirs, absent] = [
        await browser.get(path.replace('ID', hers.copyId)),
        await browser.get(path.replace('ID', nobody)),
      ]
      expect([theirs.statusCode, theirs.body]).toEqual([404, absent.body])
      expect(theirs.headers['content-length']).toBe(absent.headers['content-length'])
    }
    const form = await browser.get(`/copies/${his.copyId}`)
    expect(form.body).toContain('Only for him.')
    const sent = await browser.send(
      `/copies/${his.copyId}`,
      { own_words: 'Where is she?' },
      `/copies/${his.copyId}`,
    )
    expect(sent.statusCode).toBe(303)
    const stolen = await browser.send('/copies/x', { own_words: 'Mine now' }, `/copies/${hers.copyId}`)
    expect(stolen.statusCode).toBe(403)
  })

  it('is not even reached by SQL through the portal’s door', async () => {
    const rows = await record.portal.as({ id: father.id, class: 'family' }, 'portal', work =>
      sql<{ id: Uuid }>`select id from record.paper_copy`.execute(work.db()),
    )
    expect(rows.rows.map(({ id }) => id)).toEqual([his.copyId])
  })
})

describe('an invitation', () => {
  it('opens once: of two who opened it the second is too late, and the link is void afterwards', async () => {
    const account = await openAccountWithoutKey()
    const { number, code } = await invite(account)
    const [first, second] = [portalBrowser(server), portalBrowser(server)]
    for (const browser of [first, second])
      expect((await browser.send('/start', { number, code })).headers.location).toBe('/word')
    const joined = await first.send('/word', { word: 'quiet harbour', by: 'card' })
    expect(joined.statusCode).toBe(200)
    expect(joined.body).toContain('Your card')
    expect((await first.get('/')).statusCode).toBe(200)
    expect((await second.get('/word')).headers.location).toBe('/start')
    expect((await portalBrowser(server).send('/start', { number, code })).statusCode).toBe(422)
  })

  it('answers a guessed code and an unknown number alike, and is void after five wrong codes', async () => {
    const account = await openAccountWithoutKey()
    const { number, code } = await invite(account)
    const plain = (body: string) => body.replace(/value="[^"]*"/g, '')
    const guess = await portalBrowser(server).send('/start', { number, code: makeCode() })
    const unknown = await portalBrowser(server).send('/start', { number: '111222333', code: makeCode() })
    expect([guess.statusCode, plain(guess.body)]).toEqual([422, plain(unknown.body)])
    for (let wrong = 0; wrong < 4; wrong += 1)
      await portalBrowser(server).send('/start', { number, code: makeCode() })
    expect((await portalBrowser(server).send('/start', { number, code })).statusCode).toBe(422)
  })

  it('lets its session choose a word and read nothing', async () => {
    const account = await openAccountWithoutKey()
    const browser = portalBrowser(server)
    const { number, code } = await invite(account)
    await browser.send('/start', { number, code })
    for (const path of ['/', `/copies/${hers.copyId}`, '/how-i-am', '/wrong'])
      expect((await browser.get(path)).headers.location).toBe('/word')
    const short = await browser.send('/word', { word: 'short', by: 'card' })
    expect([short.statusCode, short.body.includes('at least 8 letters')]).toEqual([422, true])
  })

  it('is given by nobody who may not write of every child in the matter', async () => {
    const give = record.as(stage.stranger, work =>
      sql`select access.give_family_code(${mother.id}::uuid, '1', '\\x00'::bytea, now())`.execute(work.db()),
    )
    await expect(give).rejects.toThrow(/Not for whoever may not write/)
  })

  async function openAccountWithoutKey(): Promise<Uuid> {
    const adult = await record.makers.person({ born: '1980-01-01' })
    const id = makeUuid()
    await record.as(stage.holder, work =>
      sql`insert into record.family_account (id, account_of, person_ids, decided_because)
        values (${id}, ${adult}, ${[...stage.children]}::uuid[], 'Cares for them by agreement')`.execute(
        work.db(),
      ),
    )
    return id
  }
})

describe('what changes between approval and opening', () => {
  it('closes a copy to whoever has lost parental responsibility', async () => {
    const browser = await inside(father)
    expect((await browser.get(`/copies/${his.copyId}`)).statusCode).toBe(200)
    await change('update record.relationship set ended_on = current_date where person_id = $1', [
      stage.father,
    ])
    const absent = await browser.get(`/copies/${makeUuid()}`)
    const gone = await browser.get(`/copies/${his.copyId}`)
    expect([gone.statusCode, gone.body]).toEqual([404, absent.body])
    expect((await browser.get('/')).body).not.toContain('Report for your meeting')
    await change('update record.relationship set ended_on = null where person_id = $1', [stage.father])
  })

  it('closes a parent’s copy when the child is 18, and keeps the child’s own', async () => {
    const { copyId } = await giveCopy(record, { to: stage.mother, children: [stage.teenager] })
    const own = await giveCopy(record, { to: stage.teenager, children: [stage.teenager], words: 'For you.' })
    const teenager = await openAccount(record, {
      of: stage.teenager,
      children: [stage.teenager],
      readsAs: 'young_person',
    })
    const [parent, child] = [await inside(mother), await inside(teenager)]
    expect((await parent.get(`/copies/${copyId}`)).statusCode).toBe(200)
    await change(
      "update record.person set date_of_birth = current_date - interval '18 years' where id = $1",
      [stage.teenager],
    )
    expect((await parent.get(`/copies/${copyId}`)).statusCode).toBe(404)
    expect((await child.get(`/copies/${own.copyId}`)).body).toContain('For you.')
    await change(
      "update record.person set date_of_birth = current_date - interval '15 years' where id = $1",
      [stage.teenager],
    )
  })

  it('tells of a copy that was corrected, and shows the new one', async () => {
    const browser = await inside(mother)
    const first = await giveCopy(record, {
      to: stage.mother,
      children: stage.children,
      words: 'A wrong date.',
    })
    await change(
      "update record.paper_copy set status = 'replaced', ended_because = 'A date was wrong' where id = $1",
      [first.copyId],
    )
    expect((await browser.get('/')).body).toContain(
      'was not right and has been changed. You will get the new one.',
    )
    const second = await giveCopy(record, {
      to: stage.mother,
      children: stage.children,
      words: 'The right date.',
      replaces: first,
    })
    expect((await browser.get('/')).body).toContain(`/copies/${second.copyId}">Read the new one`)
    const { rows } = await record.as(serviceActor('verifier'), work =>
      sql<{ status: string }>`select status from record.paper_copy where id = ${first.copyId}`.execute(
        work.db(),
      ),
    )
    expect(rows).toEqual([{ status: 'replaced' }])
  })

  it('shows nothing that was given by hand alone, or is not given yet', async () => {
    const { copyId } = await giveCopy(record, { to: stage.mother, children: stage.children, inPortal: false })
    expect((await (await inside(mother)).get(`/copies/${copyId}`)).statusCode).toBe(404)
  })

  it('ends an open session when the account is closed', async () => {
    const account = await openAccount(record, {
      of: stage.grandmother,
      children: [stage.boy],
      decidedBecause: 'Cares for him',
    })
    const browser = await inside(account)
    expect((await browser.get('/')).statusCode).toBe(200)
    await record.as(stage.holder, work =>
      sql`update record.family_account set closed_at = now(), closed_because = 'Moved away', version = version + 1 where id = ${account.id}`.execute(
        work.db(),
      ),
    )
    expect((await browser.get('/')).headers.location).toBe('/sign-in')
    const again = await portalBrowser(server).send('/sign-in', {
      number: account.number,
      word: WORD,
      once: account.card[5] ?? '',
    })
    expect(again.statusCode).toBe(422)
  })
})

describe('a form', () => {
  it('is refused without the token of its session, and what was typed is given back', async () => {
    const browser = await inside(mother)
    const bare = await browser.post(`/copies/${hers.copyId}`, { own_words: 'My own text' })
    expect([bare.statusCode, bare.body.includes('My own text')]).toEqual([403, true])
    const foreign = await browser.post(
      '/sign-in',
      { number: mother.number, word: WORD, once: '1' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect([foreign.statusCode, foreign.body.includes(WORD)]).toEqual([403, false])
  })

  it('sent twice is kept once', async () => {
    const browser = await inside(mother)
    const page = await browser.get(`/copies/${hers.copyId}`)
    const { hiddenOf } = await import('../testing/portalBrowser.ts')
    const fields = { ...hiddenOf(page.body, `/copies/${hers.copyId}`), own_words: 'Said once only' }
    for (let times = 0; times < 2; times += 1)
      expect((await browser.post(`/copies/${hers.copyId}`, fields)).statusCode).toBe(303)
    const shown = await browser.get(`/copies/${hers.copyId}`)
    expect(shown.body.split('Said once only')).toHaveLength(2)
  })

  it('half written is kept, without scripts and with them', async () => {
    const browser = await inside(mother)
    const path = `/copies/${hers.copyId}`
    await browser.send(path, { own_words: 'Not finished yet', save_draft: 'yes' })
    const opened = await browser.get(path)
    expect(opened.body).toContain('Not finished yet')
    expect(opened.body).toContain(`data-draft-url="/drafts/answer/${hers.copyId}"`)
    const empty = await browser.send(path, { own_words: '   ' })
    expect([empty.statusCode, empty.body.includes('write something, then send it')]).toEqual([422, true])
  })
})

describe('the button “I can see something I should not”', () => {
  it('hides the copy at once, from every session of the account, and tells the worker and the managers', async () => {
    const given = await giveCopy(record, {
      to: stage.mother,
      children: stage.children,
      words: 'An address that is not hers',
    })
    const [one, other] = [await inside(mother), await inside(mother)]
    expect((await other.get(`/copies/${given.copyId}`)).statusCode).toBe(200)
    const pressed = await one.send(`/wrong/${given.copyId}`, {})
    expect(pressed.statusCode).toBe(303)
    for (const browser of [one, other])
      expect((await browser.get(`/copies/${given.copyId}`)).statusCode).toBe(404)
    const { rows } = await record.as(serviceActor('courier'), work =>
      sql<{ worker_id: Uuid }>`select worker_id from app.notice where kind = 'portal_alarm'`.execute(
        work.db(),
      ),
    )
    expect(rows.map(row => row.worker_id).toSorted()).toEqual([stage.holder.id, stage.manager.id].toSorted())
  })
})

describe('what is done at the portal', () => {
  it('is told to the worker, and stands in the audit: each way in, refusal, page and answer', async () => {
    const { rows } = await record.as(serviceActor('verifier'), work =>
      sql<{ line: string }>`select distinct class || ' ' || action || ' ' || resource as line from audit.entry
        where class in ('family', 'doorkeeper') order by 1`.execute(work.db()),
    )
    const lines = rows.map(({ line }) => line)
    for (const line of [
      'doorkeeper invitation_refused family_session',
      'doorkeeper invitation_used family_session',
      'doorkeeper sign_in family_session',
      'doorkeeper sign_in_refused family_session',
      'family insert copy_answer',
      'family insert copy_event',
      'family insert portal_alarm',
      'family list paper_copy',
      'family read paper_copy',
    ])
      expect(lines).toContain(line)
    const told = await record.as(serviceActor('courier'), work =>
      sql<{
        kind: string
        worker_id: Uuid
      }>`select distinct kind, worker_id from app.notice where kind = 'family_answered'`.execute(work.db()),
    )
    expect(told.rows).toEqual([{ kind: 'family_answered', worker_id: stage.holder.id }])
  })

  it('never sends a header or a title that tells what it is', async () => {
    const browser = await inside(mother)
    for (const path of ['/sign-in', '/start', '/help', '/', `/copies/${hers.copyId}`]) {
      const { body, headers } = await browser.get(path)
      expect(body.match(/<title>(.*)<\/title>/)?.[1]).toMatch(/^[A-Za-z ]*Messages$|- Messages$/)
      expect(body.replace(/<[^>]*>/g, ' ')).not.toMatch(/council|kith|social care|children.s services/i)
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(body).not.toMatch(/(src|href)="https?:/)
    }
  })
})
