import { beforeEach, describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { KithError } from '#platform/errors'
import { notFound, type ServiceModule } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeLog } from '#platform/log'
import type { PrintWatch } from '#platform/print'
import { fixedClock } from '#platform/time'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'

const record = await testRecord()
const clock = fixedClock(Temporal.Now.instant())
const lines: string[] = []

/** A print in the hands of the test. */
type Begun = PromiseWithResolvers<Uint8Array> & { readonly watch: PrintWatch | undefined }
let begun: Begun[] = []
let isReadable = true

const module: ServiceModule = {
  name: 'samples',
  routes: [
    {
      method: 'GET',
      url: '/sample-prints/:name',
      admits: ['practitioner'],
      summary: 'A print that is done when the test says so',
      purpose: 'sample',
      handle: async ({ me }) =>
        isReadable
          ? {
              kind: 'print',
              fileName: 'Sample Print.pdf',
              entries: 700,
              make: watch => {
                const made = { ...Promise.withResolvers<Uint8Array>(), watch }
                begun.push(made)
                return made.promise
              },
              shown: { resource: 'sample', subjectIds: [me.id], action: 'export' },
            }
          : notFound,
    },
  ],
}
const serverOf = () =>
  testServer(record.database, [module], {
    clock,
    log: makeLog({ level: 'info', write: line => lines.push(line) }),
  })
const server = await serverOf()
const worker = await record.makers.worker()
const visitor = await signInAs(server, worker.id)
const stranger = await signInAs(server, (await record.makers.worker()).id)
const pdf = Uint8Array.from(Buffer.from('%PDF-made'))

beforeEach(() => {
  begun = []
  isReadable = true
})

const theOne = (): Begun => {
  const [only, ...more] = begun
  if (only === undefined || more.length > 0) throw new Error(`${begun.length} prints have begun`)
  return only
}

/** Asks for a print that is not done in a moment. @returns the address of its page */
async function askLong(path: string): Promise<string> {
  const answer = await visitor.get(path)
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

const rowOf = (body: string, key: string): string | undefined =>
  new RegExp(`__key">\\s*${key}\\s*</dt>\\s*<dd[^>]*>\\s*([^<]*?)\\s*</dd>`).exec(body)?.[1]

async function exports(): Promise<number> {
  const rows = await record.as(serviceActor('verifier'), work =>
    work
      .db<{ 'audit.entry': { actor_id: Uuid; resource: string; action: string } }>()
      .selectFrom('audit.entry')
      .select('action')
      .where('actor_id', '=', worker.id)
      .where('resource', '=', 'sample')
      .where('action', '=', 'export')
      .execute(),
  )
  return rows.length
}

describe('a print that is done in a moment', () => {
  test('is answered itself', async () => {
    const answer = visitor.get('/sample-prints/short?format=pdf')
    await expect.poll(() => begun.length).toBe(1)
    theOne().resolve(pdf)
    const { statusCode, headers, rawPayload } = await answer
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(headers['content-disposition']).toBe('attachment; filename="sample-print.pdf"')
    expect(rawPayload.equals(Buffer.from(pdf))).toBe(true)
  })

  test('and fails, is answered with what to do', async () => {
    const answer = visitor.get('/sample-prints/short?format=pdf')
    await expect.poll(() => begun.length).toBe(1)
    theOne().reject(new KithError('KITH_PRINT_BUSY'))
    expect((await answer).statusCode).toBe(503)
    expect((await answer).body).toContain('Wait a minute and try again')
  })
})

describe('a long print', () => {
  test('has a page that shows its place, its stage and real numbers, and then the file', async () => {
    const page = await askLong('/sample-prints/long?format=pdf&on=3')
    const { watch, resolve } = theOne()
    watch?.({ stage: 'waiting', ahead: 2 })
    clock.advance({ seconds: 3 })
    const waiting = await visitor.get(page)
    expect(waiting.statusCode).toBe(200)
    expect(waiting.body).toContain('<title>Your document is being made')
    expect(waiting.body).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>')
    expect(waiting.body).toContain('href="/sample-prints/long?on=3"')
    expect(rowOf(waiting.body, 'Record read')).toBe('Done: 700 entries')
    expect(rowOf(waiting.body, 'Queue')).toBe('2 documents are made before it')
    expect(rowOf(waiting.body, 'Laid out')).toBe('Not begun')
    expect(rowOf(waiting.body, 'Time so far')).toBe('3 seconds')
    expect(rowOf(waiting.body, 'Usual time')).toBeUndefined()
    watch?.({ stage: 'laying_out' })
    expect(rowOf((await visitor.get(page)).body, 'Laid out')).toBe('Under way')
    watch?.({ stage: 'checking', pages: 61 })
    const checking = (await visitor.get(page)).body
    expect(rowOf(checking, 'Laid out')).toBe('Done: 61 pages')
    expect(rowOf(checking, 'Checked for people who use screen readers')).toBe('Under way')
    expect((await visitor.get(`${page}/file`)).headers.location).toBe(page)
    clock.advance({ seconds: 2 })
    resolve(pdf)
    const ready = (await visitor.get(page)).body
    expect(ready).toContain('<title>Your document is ready')
    expect(ready).not.toContain('http-equiv="refresh"')
    expect(rowOf(ready, 'Time it took')).toBe('5 seconds')
    expect(ready).toContain(`href="${page}/file"`)
    const file = await visitor.get(`${page}/file`)
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.rawPayload.equals(Buffer.from(pdf))).toBe(true)
  })

  test('is told with the usual time once three like it were made', async () => {
    for (const name of ['a', 'b', 'c']) {
      await askLong(`/sample-prints/${name}`)
      clock.advance({ seconds: 7 })
      begun.at(-1)?.resolve(pdf)
    }
    const page = await askLong('/sample-prints/d')
    expect(rowOf((await visitor.get(page)).body, 'Usual time')).toBe(
      'About 7 seconds for one of this kind and length',
    )
    begun.at(-1)?.resolve(pdf)
  })

  test('is made once, however often it is asked for meanwhile', async () => {
    const [one, two] = await Promise.all([askLong('/sample-prints/twice'), askLong('/sample-prints/twice')])
    expect(one).toBe(two)
    expect(await askLong('/sample-prints/twice')).toBe(one)
    theOne().resolve(pdf)
    const later = await askLong('/sample-prints/twice')
    expect(later).not.toBe(one)
    expect((await visitor.get(`${one}/file`)).statusCode).toBe(200)
    begun.at(-1)?.resolve(pdf)
  })

  test('is nobody else’s to see or fetch, and answers them as what never was', async () => {
    const page = await askLong('/sample-prints/own')
    theOne().resolve(pdf)
    for (const rest of ['', '/file']) {
      const [theirs, absent] = [
        await stranger.get(`${page}${rest}`),
        await stranger.get(`/prints/${makeUuid()}${rest}`),
      ]
      expect([theirs.statusCode, absent.statusCode]).toEqual([404, 404])
      expect(theirs.body).toBe(absent.body)
    }
    const nobody = await server.inject({ url: `${page}/file`, headers: { host: 'localhost' } })
    expect(nobody.statusCode).toBe(303)
    expect((await visitor.get(`${page}/file`)).statusCode).toBe(200)
  })

  test('is in the audit each time that it is asked for or fetched, and not for its page', async () => {
    const before = await exports()
    const page = await askLong('/sample-prints/audited')
    theOne().resolve(pdf)
    await visitor.get(page)
    expect(await exports()).toBe(before + 1)
    await visitor.get(`${page}/file`)
    await visitor.get(`${page}/file`)
    expect(await exports()).toBe(before + 3)
  })

  test('is not handed out once the record behind it is hidden from who asked', async () => {
    const page = await askLong('/sample-prints/hidden')
    theOne().resolve(pdf)
    isReadable = false
    expect((await visitor.get(`${page}/file`)).statusCode).toBe(404)
    isReadable = true
    expect((await visitor.get(`${page}/file`)).statusCode).toBe(404)
  })

  test('is thrown away ten minutes after it was made', async () => {
    const page = await askLong('/sample-prints/expiring')
    clock.advance({ minutes: 12 })
    theOne().resolve(pdf)
    expect((await visitor.get(page)).body).toContain('Your document is ready')
    clock.advance({ minutes: 9 })
    expect((await visitor.get(`${page}/file`)).statusCode).toBe(200)
    clock.advance({ minutes: 1 })
    const gone = await visitor.get(page)
    expect(gone.statusCode).toBe(404)
    expect(gone.body).toContain('go back to the page where you did and ask again')
  })

  test('that fails says so, offers to ask again, and is in the log', async () => {
    const page = await askLong('/sample-prints/failing?format=pdf')
    theOne().reject(new KithError('KITH_PRINT_FAILED'))
    const failed = (await visitor.get(page)).body
    expect(failed).toContain('Your document could not be made')
    expect(failed).toContain('print a shorter time')
    expect(failed).toContain('href="/sample-prints/failing?format=pdf"')
    expect(lines.some(line => line.includes('a print failed'))).toBe(true)
  })

  test('is gone when the service starts again, which says to ask again', async () => {
    const page = await askLong('/sample-prints/restarted')
    theOne().resolve(pdf)
    const anew = await serverOf()
    const answer = await anew.inject({ url: page, headers: { host: 'localhost', cookie: visitor.cookie } })
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('not when the service is started again')
    expect(answer.body).toContain('Nothing of the record is lost')
  })

  test('waits while its owner has five others under way', async () => {
    await Promise.all(['1', '2', '3', '4', '5'].map(name => askLong(`/sample-prints/${name}`)))
    const refused = await visitor.get('/sample-prints/6')
    expect(refused.statusCode).toBe(503)
    for (const { resolve } of begun) resolve(pdf)
  })
})
