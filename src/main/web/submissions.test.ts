import { describe, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { noticesOf, sampleModule } from './testing/sampleModule.ts'

const record = await testRecord(10)
const server = await testServer(record.database, [sampleModule])

async function someone() {
  const worker = await record.makers.worker()
  const visitor = await signInAs(server, worker.id)
  return { visitor, effects: () => record.as(worker, work => noticesOf(work, worker.id)) }
}

describe('a form sent again', () => {
  it('leads where it first led and has no second effect', async () => {
    const { visitor, effects } = await someone()
    const fields = { _key: makeUuid(), text: 'once' }
    const answers = [await visitor.post('/samples', fields), await visitor.post('/samples', fields)]
    expect(answers.map(answer => [answer.statusCode, answer.headers.location])).toEqual([
      [303, '/samples?page=2'],
      [303, '/samples?page=2'],
    ])
    expect(await effects()).toBe(1)
  })

  it('has one effect when eight come at once', async () => {
    const { visitor, effects } = await someone()
    const fields = { _key: makeUuid(), text: 'once' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.post('/samples', fields)))
    expect(answers.map(answer => answer.statusCode)).toEqual(Array(8).fill(303))
    expect(await effects()).toBe(1)
  })

  it('with other answers is refused and shows them', async () => {
    const { visitor, effects } = await someone()
    const _key = makeUuid()
    await visitor.post('/samples', { _key, text: 'first' })
    const answer = await visitor.post('/samples', { _key, text: 'A second, <b>long</b> text' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('A second, &lt;b&gt;long&lt;/b&gt; text')
    expect(await effects()).toBe(1)
  })

  it('by somebody else is refused and tells nothing of the first', async () => {
    const [one, two] = [await someone(), await someone()]
    const fields = { _key: makeUuid(), text: 'same' }
    await one.visitor.post('/samples', fields)
    const answer = await two.visitor.post('/samples', fields)
    expect(answer.statusCode).toBe(409)
    expect(answer.headers.location).toBeUndefined()
    expect(await two.effects()).toBe(0)
  })

  it('after errors were mended is its first sending', async () => {
    const { visitor, effects } = await someone()
    const _key = makeUuid()
    expect((await visitor.post('/samples', { _key, text: '' })).statusCode).toBe(400)
    expect((await visitor.post('/samples', { _key, text: 'mended' })).statusCode).toBe(303)
    expect(await effects()).toBe(1)
  })

  it('without its key is refused and keeps its text', async () => {
    const { visitor, effects } = await someone()
    const answer = await visitor.post('/samples', { _key: '', text: 'My long text' })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('My long text')
    expect(await effects()).toBe(0)
  })
})

describe('the sentence after a form', () => {
  it('is shown once, on the next page that a person sees', async () => {
    const { visitor } = await someone()
    const saved = await visitor.post('/samples', { text: 'x' })
    const flash = saved.cookies.find(cookie => cookie.name === 'kith_flash')?.value ?? ''
    const cookie = `${visitor.cookie}; kith_flash=${flash}`
    const script = await visitor.get('/samples', { cookie, 'x-requested-with': 'fetch' })
    expect(script.body).not.toContain('The sample is saved')
    expect(script.headers['set-cookie']).toBeUndefined()
    const page = await visitor.get('/samples', { cookie })
    expect(page.body).toContain('The sample is saved')
    expect(String(page.headers['set-cookie'])).toContain('kith_flash=;')
  })

  it('is not shown when it was not ours', async () => {
    const { visitor } = await someone()
    const forged = `${Buffer.from('Ring this number').toString('base64url')}.${'a'.repeat(43)}`
    const page = await visitor.get('/samples', { cookie: `${visitor.cookie}; kith_flash=${forged}` })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('Ring this number')
  })
})
