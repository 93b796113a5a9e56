import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUuid } from '#platform/ids'
import { visit } from '../routes/fills.ts'
import { type CrashWorld, crashWorld } from './crashWorld.ts'
import { type OwnPostgres, ownPostgres } from './ownPostgres.ts'
import { kith, type Service, startService } from './service.ts'
import { WebVisitor } from './webVisitor.ts'

/** A small number unless it says how many; before a release 500. */
const KILLS = Number(process.env['KITH_KILLS'] ?? 1)

let postgres: OwnPostgres
let world: CrashWorld
let service: Service
let visitor: WebVisitor
let csrf: string

beforeAll(async () => {
  postgres = await ownPostgres()
  world = await crashWorld(postgres)
  service = await startService(world.variables)
  visitor = new WebVisitor(service.address)
  await visitor.signIn(world.subject)
  const form = await visitor.get(`/people/${world.personId}/visits/new`)
  csrf = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
})
afterAll(async () => {
  await service?.stop()
  await postgres?.end()
})

/** A visit, under the key by which sending it again has no second effect. */
type Written = { readonly body: string; readonly key: string }

const send = ({ body, key }: Written) =>
  visitor.post(`/people/${world.personId}/visits/new`, {
    ...(visit(world.personId, body) as Record<string, string>),
    _csrf: csrf,
    _key: key,
  })

/** Sends visits, four at once, until told to stop; which were answered and which were in doubt. */
function writing() {
  const [saved, doubtful]: [Written[], Written[]] = [[], []]
  let isOver = false
  const lanes = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const written = { body: `Visit ${makeUuid()}`, key: makeUuid() }
      const status = await send(written).then(
        answer => answer.status,
        () => 0,
      )
      if (status === 303) saved.push(written)
      else doubtful.push(written)
      if (status !== 303) await pause(20)
    }
  })
  return {
    stop: async () => {
      isOver = true
      await Promise.all(lanes)
      return { saved, doubtful }
    },
  }
}

const kills = ['service', 'database', 'both'] as const

async function killAndStart(what: (typeof kills)[number]): Promise<void> {
  const port = Number(new URL(service.address).port)
  if (what !== 'service') postgres.kill()
  if (what !== 'database') await service.kill()
  await pause(100)
  if (what !== 'service') await postgres.startAgain()
  if (what !== 'database') service = await startService(world.variables, port)
}

type Found = { body: string; people: number; named: number; acts: number }

/** Every visit in the record, with how much of it is there. */
async function everyVisit(): Promise<readonly Found[]> {
  const client = new pg.Client(postgres.addresses.superuserUrl())
  await client.connect()
  try {
    const { rows } = await client.query<Found>(
      `select n.body, cardinality(n.person_ids) as named,
         (select count(*)::integer from record.note_person p where p.note_id = n.id) as people,
         (select count(*)::integer from audit.entry e where e.action = 'insert' and n.id = any (e.row_ids)) as acts
       from record.note n`,
    )
    return rows
  } finally {
    await client.end()
  }
}

describe('a service that is killed', () => {
  it(
    'loses no visit that it answered for, and keeps none by halves',
    async () => {
      // Answered before the first kill, however soon that comes.
      const first: Written = { body: `Visit ${makeUuid()}`, key: makeUuid() }
      expect((await send(first)).status).toBe(303)
      const answered: Written[] = [first]
      const begins = Math.floor(Math.random() * kills.length)
      const again: Written[] = []
      for (let kill = 0; kill < KILLS; kill += 1) {
        const writer = writing()
        await pause(300 + Math.random() * 1200)
        await killAndStart(kills[(begins + kill) % kills.length] ?? 'both')
        const { saved, doubtful } = await writer.stop()
        answered.push(...saved)
        // Whoever got no answer sends the form once more: it is saved once, whether it had been or not.
        for (const written of doubtful.slice(0, 20)) {
          const status = await send(written).then(
            answer => answer.status,
            () => service.report(),
          )
          expect(status).toBe(303)
          again.push(written)
        }
      }
      const found = await everyVisit()
      const times = Map.groupBy(found, ({ body }) => body)
      const lost = [...answered, ...again].filter(({ body }) => times.get(body)?.length !== 1)
      process.stdout.write(
        `${KILLS} kills, ${answered.length} visits answered for, ${again.length} sent again\n`,
      )
      expect(answered.length).toBeGreaterThan(0)
      expect(lost).toEqual([])
      expect(found.filter(({ people, named, acts }) => people !== named || acts < 1)).toEqual([])
    },
    (60 + KILLS * 30) * 1000,
  )

  it('has the clocks and the access that its facts give', async () => {
    for (const what of ['clocks', 'access'])
      expect(await kith(['verify', what], world.variables)).toMatchObject({ code: 0 })
  })
})

describe('a service without its database', () => {
  it('says in a sentence what to correct, and ends with 3', async () => {
    const nowhere = 'postgresql://kith_serve:wrong@127.0.0.1:9/kith'
    const { code, said } = await kith(['start'], {
      ...world.variables,
      DATABASE_URL: nowhere,
      DATABASE_OWNER_URL: nowhere.replace('kith_serve', 'kith_owner'),
    })
    expect(code, said).toBe(3)
    expect(said).toContain(
      'The database cannot be reached. Check that it runs and that DATABASE_URL is right',
    )
    expect(said).not.toMatch(/wrong@|\n\s+at /)
  })

  it('says that it is not available, and takes the same form once the database is back', async () => {
    const written = { body: `Typed ${makeUuid()}`, key: makeUuid() }
    postgres.kill()
    const refused = await send(written)
    expect(refused.status).toBe(503)
    expect(refused.body).toContain('Kith is not available just now')
    await postgres.startAgain()
    expect((await send(written)).status).toBe(303)
  })
})
