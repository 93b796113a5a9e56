import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { formBody, signInAs } from '#test/signIn.ts'
import { noticesOf, sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const lines: string[] = []
const server = await testServer(record.database, [sampleModule], {
  log: makeLog({ level: 'info', write: line => lines.push(line) }),
})
await server.listen({ host: '127.0.0.1', port: 0 })
const [bound] = server.addresses()
const port = typeof bound === 'object' ? bound.port : 0

/** Sends bytes as they are and reads the first line of the answer. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', data => {
      answer += data
      socket.end()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}

const worker = await record.makers.worker()
const visitor = await signInAs(server, worker.id)
const form = 'application/x-www-form-urlencoded'

describe('the outer form of a request', () => {
  const end = 'Connection: close\r\n\r\n'
  it.each([
    ['two hosts', `GET /help HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n${end}`, 400],
    ['a foreign absolute address', `GET http://evil.example/help HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    ['an address of another council', `GET /help HTTP/1.1\r\nHost: elsewhere.example\r\n${end}`, 421],
    [
      'very many headers',
      `GET /help HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 101 }, (_, n) => `X-${n}: 1\r\n`).join('')}${end}`,
      400,
    ],
    [
      'two lengths',
      `POST /help HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${end}`,
      400,
    ],
    ['a malformed address', `GET /%ff HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    ['NUL in the address', `GET /help?a=%00 HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    ['nothing odd', `GET /help HTTP/1.1\r\nHost: localhost\r\n${end}`, 200],
  ])('with %s', async (_what, text, status) => {
    expect(await sendRaw(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  it('is described in our own words when malformed', async () => {
    const answer = await server.inject({ url: '/%ff', headers: { host: 'localhost' } })
    expect(answer.body).not.toContain('FST_')
    expect(answer.headers['content-security-policy']).toBeDefined()
  })
})

describe('what a form may hold', () => {
  it('takes a note of a hundred thousand letters, in any script', async () => {
    const answer = await visitor.post('/samples', { text: '\u5bb6'.repeat(100_000) })
    expect(answer.statusCode).toBe(303)
  })

  it.each([
    ['more than a million bytes', 'a'.repeat(1_100_000), 413],
    ['NUL', 'a\0b', 400],
  ])('refuses %s', async (_what, text, status) => {
    expect((await visitor.post('/samples', { text })).statusCode).toBe(status)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses a field named %s', async name => {
    const payload = `${formBody({ _csrf: visitor.csrf, _key: makeUuid(), text: 'x' })}&${name}=1`
    const headers = { cookie: visitor.cookie, 'content-type': form }
    expect((await server.inject({ method: 'POST', url: '/samples', headers, payload })).statusCode).toBe(400)
  })

  it.each([
    '{"__proto__":{"a":1},"text":"x"}',
    '{"text":"a\\u0000b"}',
    '{"text":"\\ud800"}',
    '{"text":5}',
    '{',
  ])('refuses the JSON %s', async payload => {
    const headers = {
      cookie: visitor.cookie,
      'content-type': 'application/json',
      'x-csrf-token': visitor.csrf,
      accept: 'application/problem+json',
    }
    const answer = await server.inject({ method: 'POST', url: '/sample.json', headers, payload })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('refuses other kinds of body', async () => {
    const headers = { cookie: visitor.cookie, 'content-type': 'text/plain' }
    expect(
      (await server.inject({ method: 'POST', url: '/samples', headers, payload: 'text=x' })).statusCode,
    ).toBe(415)
  })
})

describe('a form from elsewhere', () => {
  const written = () => record.as(worker, work => noticesOf(work, worker.id))
  it.each([
    ['without a token', { _csrf: '' }, {}],
    ['with a token of another session', { _csrf: 'x'.repeat(43) }, {}],
    ['by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['by a neighbouring host', {}, { 'sec-fetch-site': 'same-site' }],
    ['of another origin', {}, { origin: 'https://evil.example' }],
  ])('%s is refused and has no effect', async (_what, fields, headers) => {
    const before = await written()
    const answer = await visitor.post('/samples', { text: 'My long text', ...fields }, headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('My long text')
    expect(await written()).toBe(before)
  })

  it('is told from our own, whose origin browsers call null', async () => {
    const own = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await visitor.post('/samples', { text: 'x' }, own)).statusCode).toBe(303)
    expect((await visitor.post('/samples', { text: 'x' }, { origin: 'http://localhost' })).statusCode).toBe(
      303,
    )
  })
})

describe('what is not there', () => {
  it('is answered like what is hidden, to the last byte', async () => {
    const hidden = await record.makers.person()
    const urls = [
      `/samples/${hidden}`,
      `/samples/${makeUuid()}`,
      '/samples/no-id',
      '/nowhere',
      '/samples?person=x',
    ]
    const answers = await Promise.all(urls.map(url => visitor.get(url)))
    const shapes = answers.map(({ statusCode, headers, body }) => {
      const { date: _, ...rest } = headers
      return { statusCode, headers: rest, body }
    })
    expect(shapes[0]?.statusCode).toBe(404)
    for (const shape of shapes) expect(shape).toEqual(shapes[0])
  })

  it('is refused plainly where the address is merely wrong', async () => {
    expect((await visitor.get('/samples?page=x')).statusCode).toBe(400)
  })
})

describe('who may call', () => {
  it('leads a person without a session to the sign-in and answers a script 401', async () => {
    const page = await server.inject('/samples?page=2')
    expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?return=%2Fsamples%3Fpage%3D2'])
    const script = await server.inject({ url: '/samples', headers: { 'x-requested-with': 'fetch' } })
    expect(script.statusCode).toBe(401)
  })

  it('shows what was typed when the session ended meanwhile', async () => {
    const headers = { 'content-type': form }
    const payload = 'text=My%20long%20text&_key=x'
    const answer = await server.inject({ method: 'POST', url: '/samples', headers, payload })
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toContain('My long text')
  })

  it('refuses a class that the route does not admit, and leaves it out of the navigation', async () => {
    expect((await visitor.get('/directors-only')).statusCode).toBe(403)
    const director = await signInAs(server, (await record.makers.worker({ class: 'director' })).id)
    expect((await director.get('/directors-only')).statusCode).toBe(200)
    expect((await visitor.get('/samples')).body).not.toContain('/directors-only')
    expect((await director.get('/samples')).body).toContain('/directors-only')
    expect((await visitor.get('/')).headers.location).toBe('/samples')
  })
})

describe('every answer', () => {
  it('has the headers that keep a browser from doing what we do not', async () => {
    const { headers } = await visitor.get('/samples')
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it.each(['/samples', '/session', '/help', '/privacy', '/accessibility', '/signed-out', '/nowhere'])(
    'carries no inline script, style or handler: %s',
    async url => {
      const { body } = await visitor.get(url)
      expect(body).toContain('<!DOCTYPE html>')
      expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
    },
  )

  it('says nothing of an error but its code, which the log explains', async () => {
    const answer = await visitor.get('/samples-that-break')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('Inventley')
    const [, code = 'none'] = /Code: <strong>([^<]+)/.exec(answer.body) ?? []
    expect(lines.some(line => line.includes(code) && line.includes('request failed'))).toBe(true)
  })

  it('is logged by its route, without query, names or the session itself', async () => {
    lines.length = 0
    await visitor.get(`/samples/${makeUuid()}?secret=Inventley`)
    const line = lines.find(one => one.includes('"message":"request"')) ?? ''
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/samples/:personId', status: 404 })
    expect(JSON.parse(line).visitor).toMatch(/^[0-9a-f]{8}$/)
    expect(line).not.toMatch(/secret|Inventley/)
    expect(line).not.toContain(visitor.cookie.split('=')[1])
  })
})

describe('too many requests', () => {
  it('asks one session to wait and leaves the others alone', async () => {
    const small = await testServer(record.database, [sampleModule], { limits: { perSession: 3 } })
    const [one, two] = [await signInAs(small, worker.id), await signInAs(small, worker.id)]
    const statuses = []
    for (let n = 0; n < 5; n += 1) statuses.push((await one.get('/sample.json')).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await two.get('/sample.json')).statusCode).toBe(200)
  })
})
