import { describe, expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const server = await testServer(record.database, [sampleModule])
const worker = await record.makers.worker({ class: 'director' })
const visitor = await signInAs(server, worker.id)
await record.settled()

describe('a page as known at a past moment', () => {
  it('answers for that day, says so, and leads back to the present', async () => {
    const { body, statusCode } = await visitor.get('/samples?page=3&known-at=2026-03-31T17:00')
    expect(statusCode).toBe(200)
    expect(body).toContain('page 3, as of 2026-03-31')
    expect(body).toContain('as it was known on 31 March 2026 at 5pm')
    expect(body).toContain('href="/samples?page=3"')
  })

  it('keeps the moment on its links and filters and has no form that would change anything', async () => {
    const { body } = await visitor.get('/samples?known-at=2026-03-31T17:00')
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
    expect(main).toContain(`href="/samples/${worker.id}?a=1&b=2&amp;known-at=2026-03-31T17%3A00#part"`)
    expect(main).toContain('href="https://example.org/"')
    expect(main).toContain('<input type="hidden" name="known-at" value="2026-03-31T17:00">')
    expect(main).not.toContain('method="post"')
    expect(body).toContain('href="/samples?known-at=2026-03-31T17%3A00"')
    expect(body).toContain('action="/sign-out"')
  })

  it('is itself noted in the audit, with the moment', async () => {
    await visitor.get('/sample-list.csv?known-at=2026-03-31')
    const [entry] = await record.as(serviceActor('verifier'), work =>
      work
        .db<{
          'audit.entry': { actor_id: Uuid; action: string; resource: string; known_at: Temporal.Instant }
        }>()
        .selectFrom('audit.entry')
        .select(['action', 'known_at'])
        .where('actor_id', '=', worker.id)
        .where('resource', '=', 'sample')
        .execute(),
    )
    expect(entry).toEqual({
      action: 'export',
      known_at: Temporal.Instant.from('2026-03-31T22:59:59.999999Z'),
    })
  })

  it('cannot be changed', async () => {
    const answer = await visitor.post('/samples?known-at=2026-03-31', { text: 'My long text' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('The record of a past moment cannot be changed')
    expect(answer.body).toContain('My long text')
  })

  it.each(['2999-01-01', 'yesterday', '2026-02-30', '2026-03-31T25:00', ''])(
    'is refused for %j',
    async moment => {
      const answer = await visitor.get(`/samples?known-at=${moment}`)
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain('That moment cannot be shown')
    },
  )

  it('is to be asked for again when it is too recent to have settled', async () => {
    const recent = Temporal.Now.instant().toString()
    const answer = await visitor.get(`/samples?known-at=${recent}`)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('That moment is too recent')
  })
})
