import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { listDrafts, readDraft } from '#platform/drafts'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'

const record = await testRecord()
const server = await testServer(record.database, [])

async function someone() {
  const worker = await record.makers.worker()
  return {
    worker,
    visitor: await signInAs(server, worker.id),
    read: (key: string, form = 'visit') => record.as(worker, work => readDraft(work, form, key)),
  }
}

describe('a draft', () => {
  it('is saved as one types, again and again from one form, without tokens', async () => {
    const { visitor, read, worker } = await someone()
    const [key, _key] = [makeUuid(), makeUuid()]
    const first = await visitor.post(`/drafts/visit/${key}`, {
      _key,
      text: 'Seen',
      _draft_page: '/visits/new',
    })
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({ version: 1 })
    const second = await visitor.post(`/drafts/visit/${key}`, { _key, text: 'Seen alone', who: ['a', 'b'] })
    expect(second.json()).toMatchObject({ version: 2 })
    const draft = await read(key)
    expect(draft?.fields).toEqual({ text: 'Seen alone', who: ['a', 'b'] })
    expect((await record.as(worker, listDrafts)).map(one => one.recordKey)).toEqual([key])
  })

  it('opens for its own person, form and record only', async () => {
    const [one, two] = [await someone(), await someone()]
    const key = makeUuid()
    await one.visitor.post(`/drafts/visit/${key}`, { text: 'Mine' })
    expect((await one.read(key))?.fields).toEqual({ text: 'Mine' })
    expect(await two.read(key)).toBeNull()
    expect(await one.read(makeUuid())).toBeNull()
    expect(await one.read(key, 'assessment')).toBeNull()
    await two.visitor.post(`/drafts/visit/${key}/discard`)
    expect(await one.read(key)).not.toBeNull()
  })

  it('is never overwritten by another tab, which is shown both texts', async () => {
    const { visitor, read } = await someone()
    const key = makeUuid()
    await visitor.post(`/drafts/visit/${key}`, { text: 'In the first tab' })
    const other = await visitor.post(`/drafts/visit/${key}`, { text: 'In the second tab' })
    expect(other.statusCode).toBe(409)
    expect(other.json()).toMatchObject({
      yours: { text: 'In the second tab' },
      other: { text: 'In the first tab' },
    })
    expect((await read(key))?.fields).toEqual({ text: 'In the first tab' })
  })

  it('goes on in a tab that was filled from it, and then no longer in the old one', async () => {
    const { visitor, read } = await someone()
    const [key, old, fresh] = [makeUuid(), makeUuid(), makeUuid()]
    await visitor.post(`/drafts/visit/${key}`, { _key: old, text: 'Begun' })
    const on = await visitor.post(`/drafts/visit/${key}`, {
      _key: fresh,
      _draft_version: '1',
      text: 'Continued',
    })
    expect(on.json()).toMatchObject({ version: 2 })
    const late = await visitor.post(`/drafts/visit/${key}`, { _key: old, text: 'Late' })
    expect(late.statusCode).toBe(409)
    expect((await read(key))?.fields).toEqual({ text: 'Continued' })
  })

  it('loses none of two first saves that come at once', async () => {
    const { visitor, read } = await someone()
    const key = makeUuid()
    const answers = await Promise.all(['a', 'b'].map(text => visitor.post(`/drafts/visit/${key}`, { text })))
    expect(answers.map(answer => answer.statusCode).toSorted()).toEqual([200, 409])
    const saved = answers.findIndex(answer => answer.statusCode === 200)
    expect((await read(key))?.fields).toEqual({ text: ['a', 'b'][saved] })
  })

  it('is discarded when asked to', async () => {
    const { visitor, read } = await someone()
    const key = makeUuid()
    await visitor.post(`/drafts/visit/${key}`, { text: 'x' })
    const answer = await visitor.post(`/drafts/visit/${key}/discard`, { return: '/visits/new' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/visits/new'])
    expect(await read(key)).toBeNull()
    const away = await visitor.post(`/drafts/visit/${key}/discard`, { return: 'https://evil.example/' })
    expect(away.headers.location).toBe('/')
  })

  it('does not open once expired, and makes room for a new one', async () => {
    const { visitor, read } = await someone()
    const key = makeUuid()
    await visitor.post(`/drafts/visit/${key}`, { text: 'old' })
    const client = new pg.Client(record.superuserUrl)
    await client.connect()
    await client.query(
      "update app.draft set expires_at = now() - interval '1 second' where record_key = $1",
      [key],
    )
    await client.end()
    expect(await read(key)).toBeNull()
    expect((await visitor.post(`/drafts/visit/${key}`, { text: 'new' })).json()).toMatchObject({ version: 1 })
    expect((await read(key))?.fields).toEqual({ text: 'new' })
  })

  it.each(['/drafts/Visit/1', '/drafts/visit/a%20b', `/drafts/visit/${'a'.repeat(121)}`])(
    'has no place at %s',
    async url => {
      const { visitor } = await someone()
      expect((await visitor.post(url, { text: 'x' })).statusCode).toBe(404)
    },
  )
})
