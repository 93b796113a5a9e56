import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KithError } from '#platform/errors'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { tinyDisk } from '#test/tinyDisk.ts'
import { troubleOf } from './errors.ts'
import { sampleModule } from './testing/sampleModule.ts'

const record = await testRecord()
const server = await testServer(record.database, [sampleModule])
const visitor = await signInAs(server, (await record.makers.worker()).id)
const superuser = new pg.Client(record.superuserUrl)
beforeAll(() => superuser.connect())
afterAll(() => superuser.end())

const asJson = { accept: 'application/json', 'x-requested-with': 'fetch' }
const notices = async () =>
  (await superuser.query<{ count: string }>('select count(*) from app.notice')).rows[0]?.count
const saves = async (text: string) => (await visitor.post('/samples', { text })).statusCode

/** The answers to a form that the database has no room for: as a page, and as a program gets it. */
async function expectNoRoom(): Promise<void> {
  const before = await notices()
  const page = await visitor.post('/samples', { text: 'Seen at home, <well>' })
  expect(page.statusCode).toBe(507)
  expect(page.body).toContain('There is no room left to save this')
  expect(page.body).toContain('Nothing was saved just now')
  expect(page.body).toContain('must free space on the disk')
  expect(page.body).toContain('Seen at home, &lt;well&gt;')
  expect(page.body).toContain(`Code: <strong>`)
  const problem = await visitor.post('/samples', { text: 'Seen again' }, asJson)
  expect([problem.statusCode, problem.headers['content-type']]).toEqual([
    507,
    'application/problem+json; charset=utf-8',
  ])
  expect(problem.json()).toMatchObject({
    title: 'Insufficient Storage',
    status: 507,
    detail: expect.stringContaining('Nothing was saved just now'),
  })
  expect(await notices()).toBe(before)
}

describe('a database that says it has no room', () => {
  const refuseWith = (sqlstate: string, message = 'refused') =>
    superuser.query(`create or replace function app.refuse() returns trigger language plpgsql as $$
      begin raise exception '${message}' using errcode = '${sqlstate}'; end $$;
      create or replace trigger refuse before insert on app.notice for each row execute function app.refuse();`)
  afterAll(() => superuser.query('drop trigger refuse on app.notice; drop function app.refuse()'))

  it('is answered with 507, the text, and who must do what', async () => {
    await refuseWith('53100', 'could not extend file')
    await expectNoRoom()
  })

  it('is one whose disk reports the system’s words for it, too', async () => {
    await refuseWith('58030', 'could not write to file: Disk quota exceeded')
    await expectNoRoom()
  })

  it.each([
    ['53200', 'out of memory'],
    ['53300', 'too many connections'],
    ['58030', 'could not read block: Input/output error'],
  ])('is not one that says %s, %s', async (sqlstate, message) => {
    await refuseWith(sqlstate, message)
    expect(await saves('x')).toBe(503)
  })
})

describe('a disk that is full', () => {
  it('is known by our own code for it, and by the system’s', () => {
    expect(troubleOf(new KithError('KITH_DISK_FULL')).status).toBe(507)
    expect(troubleOf(Object.assign(new Error('write'), { code: 'EDQUOT' })).status).toBe(507)
    expect(troubleOf(Object.assign(new Error('open'), { code: 'EROFS' })).status).toBe(500)
  })

  it('loses nothing: the form is refused, and taken once there is room', async context => {
    const disk = await tinyDisk(superuser)
    if ('reason' in disk) return context.skip(`No small disk to fill here: ${disk.reason}`)
    try {
      await superuser.query(`alter table app.notice set tablespace ${disk.tablespace}`)
      expect(await saves('While there is room')).toBe(303)
      await superuser.query('truncate app.notice') // so that the next row needs a new block
      await disk.fill()
      expect(troubleOf(disk.writeError()).status).toBe(507)
      await expectNoRoom()
      await disk.clear()
      expect(await saves('Room again')).toBe(303)
      expect(await notices()).toBe('1')
    } finally {
      await superuser.query('alter table app.notice set tablespace pg_default')
      await disk.remove()
    }
  })
})
