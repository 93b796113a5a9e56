import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config'
import { route } from '#platform/http'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testAuthority, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { partsOf, routeTable, startWeb } from './index.ts'
import { sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const server = await testServer(record.database, [sampleModule], {
  variables: { SECURITY_CONTACT: 'mailto:security@kith.example' },
  healthChecks: { jobs: async () => true },
})

describe('the table of routes', () => {
  it('holds a rule for every route that is registered', () => {
    const table = routeTable(server)
    expect(table.length).toBeGreaterThan(sampleModule.routes.length)
    expect(table.filter(entry => entry.admits === null)).toEqual([])
  })

  it('names each route that is open to anyone', () => {
    const open = routeTable(server).filter(
      entry => entry.admits === 'anyone' && !entry.url.startsWith('/assets/'),
    )
    expect([...new Set(open.map(entry => entry.url))].toSorted()).toEqual([
      '/.well-known/security.txt',
      '/accessibility',
      '/demo-identity/*',
      '/demo-identity/personas/:uid',
      '/health',
      '/help',
      '/info',
      '/oauth2/token',
      '/ping',
      '/privacy',
      '/sign-in',
      '/sign-in/device',
      '/sign-in/invitation',
      '/sign-in/invited',
      '/sign-in/new-device',
      '/sign-in/organisation',
      '/sign-in/organisation/:providerId',
      '/sign-in/passphrase',
      '/sign-in/return',
      '/sign-in/return/:providerId',
      '/signed-out',
    ])
  })

  it('answers nobody without a session on the others', async () => {
    for (const { method, url, admits } of routeTable(server)) {
      if (admits === 'anyone') continue
      const path = url.replace(/:\w+/g, 'x')
      const answer = await server.inject({ method: method as 'GET', url: path })
      const location = String(answer.headers.location ?? '')
      expect([url, answer.statusCode === 401 || /^\/(sign-in|signed-out)/.test(location)]).toEqual([
        url,
        true,
      ])
    }
  })

  it('takes no route of a module that anyone may call', async () => {
    const open = route({
      method: 'GET',
      url: '/open',
      admits: 'anyone',
      summary: 'Open',
      purpose: 'sample',
      handle: async () => ({ kind: 'not_found' }),
    })
    await expect(testServer(record.database, [{ name: 'open', routes: [open] }])).rejects.toThrow(
      'need a sign-in',
    )
  })
})

describe('operations', () => {
  it('answers machines under any name', async () => {
    const ask = (url: string) => server.inject({ url, headers: { host: '10.0.0.7:3000' } })
    expect((await ask('/ping')).body).toBe('pong')
    expect((await ask('/info')).json()).toMatchObject({ name: 'kith' })
    const health = await ask('/health')
    expect([health.statusCode, health.json()]).toEqual([
      200,
      { status: 'UP', components: { database: 'UP', jobs: 'UP' } },
    ])
    expect((await ask('/.well-known/security.txt')).body).toMatch(
      /^Contact: mailto:security@kith\.example\nExpires: 20/,
    )
    expect((await ask('/help')).statusCode).toBe(421)
  })

  it('is down when a part is', async () => {
    const failing = { jobs: () => Promise.reject(new Error('stopped')) }
    const down = await testServer(record.database, [], { healthChecks: failing })
    const health = await down.inject('/health')
    expect([health.statusCode, health.json().components]).toEqual([503, { database: 'UP', jobs: 'DOWN' }])
  })

  it('describes its routes in OpenAPI 3.1, to the signed-in', async () => {
    const visitor = await signInAs(server, (await record.makers.worker()).id)
    const document = (await visitor.get('/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(document.paths['/samples/{personId}'].get).toMatchObject({
      summary: 'One person, if visible',
      parameters: [{ name: 'personId', in: 'path' }],
    })
    expect(document.paths['/sample.json'].post.requestBody).toBeDefined()
  })

  it('serves the files of every page for good, under a name that changes with them', async () => {
    const { assets } = partsOf(server)
    for (const { path, body } of assets.files) {
      const answer = await server.inject(path)
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(answer.rawPayload.equals(body)).toBe(true)
    }
  })

  it('serves every stylesheet that a page of a council with its own colour asks for', async () => {
    const coloured = await testServer(record.database, [], {
      authorities: new Map([['localhost', testAuthority(record.database, { colour: '#00513b' })]]),
    })
    const page = await coloured.inject('/help')
    const sheets = [...page.body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
      found => found[1] ?? '',
    )
    expect(sheets).toHaveLength(2)
    for (const sheet of sheets) expect((await coloured.inject(sheet)).statusCode, sheet).toBe(200)
  })

  it('sends lists as CSV that no spreadsheet runs', async () => {
    const visitor = await signInAs(server, (await record.makers.worker()).id)
    const answer = await visitor.get('/sample-list.csv')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="sample-list.csv"',
    })
    expect(answer.body).toBe('\ufefftext,count\r\n\'=1+1,2\r\n"plain, ""quoted""",-3\r\n')
  })

  it('counts answers by route pattern, never by address', async () => {
    await server.inject('/samples/secret-id')
    const figures = await partsOf(server).figures.metrics()
    expect(figures).toContain('route="/samples/:personId"')
    expect(figures).not.toContain('secret-id')
  })
})

describe('startWeb', () => {
  it('listens, tells Prometheus on a private port, and finishes what is under way before it stops', async () => {
    const result = readConfig({ NODE_ENV: 'test', PORT: '0', METRICS_PORT: '19464' })
    if (!result.ok) throw new Error(result.problems.join(' '))
    const slow = route({
      method: 'GET',
      url: '/slow',
      admits: 'signed_in',
      summary: 'Slow',
      purpose: 'sample',
      handle: async () => {
        await new Promise(resolve => setTimeout(resolve, 200))
        return { kind: 'json', body: { done: true }, shown: 'nothing' }
      },
    })
    const web = await startWeb({
      modules: [{ name: 'slow', routes: [slow] }],
      authorities: new Map([['127.0.0.1', testAuthority(record.database)]]),
      config: result.config,
      log: makeLog({ level: 'silent' }),
    })
    expect(await (await fetch('http://127.0.0.1:19464/metrics')).text()).toContain(
      'http_request_duration_seconds',
    )
    expect((await fetch(`${web.address}/metrics`)).status).toBe(404)
    const other = await testServer(record.database, [], {
      authorities: new Map([['127.0.0.1', testAuthority(record.database)]]),
    })
    const { cookie } = await signInAs(other, (await record.makers.worker()).id, '127.0.0.1')
    const underWay = fetch(`${web.address}/slow`, { headers: { cookie } })
    await new Promise(resolve => setTimeout(resolve, 80))
    const stopped = web.stop()
    expect(await (await underWay).json()).toEqual({ done: true })
    await stopped
    const refused = await new Promise<boolean>(resolve => {
      const socket = connect(Number(new URL(web.address).port), '127.0.0.1', () => resolve(false))
      socket.on('error', () => resolve(true))
    })
    expect(refused).toBe(true)
  })
})
