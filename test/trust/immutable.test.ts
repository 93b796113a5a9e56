import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, innerClasses, serviceActor, serviceClasses, userClasses } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { signContext } from '../../src/platform/db/context.ts'

// Nobody who works, person or service, with a true identity, changes or removes an audit entry or a note.
const record = await testRecord()
const { door, makers } = record
let server: pg.Client & { processID?: number }
const actors: Actor[] = []

beforeAll(async () => {
  server = new pg.Client(record.serveUrl)
  await server.connect()
  for (const name of userClasses) actors.push(await makers.worker({ class: name }))
  for (const name of serviceClasses) {
    const acting = serviceActingAs(name)
    if (acting) actors.push(acting)
  }
  const author = await makers.worker()
  const personId = await makers.person()
  await makers.allocation({ personId, teamId: await makers.team(), workerId: author.id })
  const owner = new pg.Client(record.superuserUrl)
  await owner.connect()
  await owner.query(
    `insert into record.note (id, kind, happened_at, author_id, body, person_ids) values ($1, 'visit', now(), $2, 'Invented.', array[$3::uuid])`,
    [makeUuid(), author.id, personId],
  )
  await owner.end()
  actors.push(author)
})
afterAll(() => server.end())

function serviceActingAs(name: (typeof serviceClasses)[number]): Actor | null {
  return (innerClasses as readonly string[]).includes(name)
    ? null
    : serviceActor(name as Parameters<typeof serviceActor>[0])
}

async function rowsChanged(actor: Actor, text: string): Promise<number> {
  await server.query('begin')
  try {
    await server.query(`select set_config('role', $1, true), set_config('kith.context', $2, true)`, [
      `${actor.class}@${door.suffix}`,
      signContext(actor, 'test', server.processID ?? 0, door.contextKey),
    ])
    return (await server.query(text)).rowCount ?? 1 // a statement without a count succeeded
  } catch {
    return 0
  } finally {
    await server.query('rollback')
  }
}

const attempts = [
  'audit.entry',
  'audit.leaf',
  'audit.seal',
  'record.note',
  'record.note_person',
  'history.note',
  'history.person',
].flatMap(table => [
  [`update ${table} set ${table.startsWith('audit') ? 'id = id' : 'recorded_by = null'}`],
  [`delete from ${table}`],
  [`truncate ${table} cascade`],
  [`alter table ${table} disable trigger all`],
  [`alter table ${table} no force row level security`],
  [`drop table ${table} cascade`],
  [`create rule lost as on insert to ${table} do instead nothing`],
])

// The importer and the demo's storyteller may correct what they brought in; the row before stays in the history.
const mayCorrect = (actor: Actor, text: string) =>
  (actor.class === 'importer' || actor.class === 'storyteller') && text.startsWith('update record.')

describe('by nobody', () => {
  test.each(attempts)('%s', async text => {
    const changed: string[] = []
    for (const actor of actors)
      if (!mayCorrect(actor, text) && (await rowsChanged(actor, text)) > 0) changed.push(actor.class)
    expect(changed).toEqual([])
  })
})

test('what may be done shows that these attempts reach the tables', async () => {
  const seen: string[] = []
  for (const actor of actors)
    if ((await rowsChanged(actor, 'select id from audit.entry')) > 0) seen.push(actor.class)
  expect(seen.sort()).toEqual(['backup', 'sealer', 'verifier'])
  expect(await rowsChanged(actors.at(-1) as Actor, 'select id from record.note')).toBe(1)
})
