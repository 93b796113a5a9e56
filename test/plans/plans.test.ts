import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { seal } from '#modules/audit'
import { importCensus } from '#modules/migration'
import { openDatabase } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { northmarsh } from '#test/demoCounties.ts'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { turnOf } from '#test/turn.ts'
import { type PersonaKey, personas } from '../../src/main/demo/index.ts'
import { registerModules, serviceModules } from '../../src/main/modules.ts'
import { writeCensus } from '../bench/censusFile.ts'
import { pretendLarge } from './largeCounty.ts'
import { beginnings, type Step, walk } from './walk.ts'
import { watchPlans } from './watchPlans.ts'

/** Forty children's county planned as if for twenty thousand: about what 5,000 open children bring in twelve years. */
const TIMES = 500

registerModules()
const record = await testRecord(4, northmarsh())
while ((await seal(record.database)).entries > 0); // an audit in use is sealed
const large = await pretendLarge(record.superuserUrl, TIMES)
const name = new pg.Client(record.serveUrl).database ?? ''
const plans = await watchPlans(record.superuserUrl, name)
const database = openDatabase(record.serveUrl, record.door, 2)
const server = await testServer(database, serviceModules, {
  limits: { perAddress: 1_000_000, perSession: 1_000_000, signIn: 1_000_000 },
})
afterAll(async () => {
  plans.stop()
  await database.close()
})
const facts = await readFacts()
const settled = (await record.settled()).toString()

const child = `/people/${facts.personId}`

/** Who walks: every class of user, and of practitioners whoever meets other pages. Each begins at every page that they are admitted to and whose parameters are known, and follows its links. */
const walkers: readonly PersonaKey[] = [
  'socialWorker',
  'teamManager',
  'director',
  'serviceLeader',
  'conferenceChair',
  'healthVisitor',
  'businessSupport',
  'dutyWorker',
  'dataQuality',
  'administrator',
]
/** The first three each day, a third of the others each. */
const today = [...walkers.slice(0, 3), ...turnOf(walkers.slice(3), 3)]
/** Who walks through a past moment as well: one of each class that has such pages of people. */
const backwards: readonly PersonaKey[] = ['socialWorker', 'director']

/** All but these are of one class, with the same policies. */
const ofOtherClass: ReadonlySet<PersonaKey> = new Set([
  'dutyWorker',
  'director',
  'dataQuality',
  'administrator',
])
/** Of pages about somebody that a practitioner has had, the others have one in so many. */
const STEP = Number(process.env['KITH_WALKS'] ?? 8)

/** A list is asked with so many mixtures of its filters by one walker: each filter comes in several of them. */
const MIXTURES = STEP === 1 ? Number.POSITIVE_INFINITY : 6

/** Spares a practitioner pages about one person or team that another has been shown, in the same words under the same policies. */
function sparing() {
  const shown = new Set<string>()
  const asked = new Map<string, number>()
  let met = Math.floor(Math.random() * STEP)
  return {
    note: ({ kind, status }: Step) => status === 200 && shown.add(kind),
    isSpared: (who: PersonaKey) => (pattern: string, kind: string) => {
      const times = asked.get(`${who} ${pattern}`) ?? 0
      asked.set(`${who} ${pattern}`, times + 1)
      if (times >= MIXTURES) return true
      if (ofOtherClass.has(who) || !pattern.includes(':') || !shown.has(kind)) return false
      met += 1
      return met % STEP !== 0
    },
  }
}

/** Statements that read a large table from end to end by what they ask, each with why. */
const byNature: readonly {
  readonly who: readonly string[]
  readonly table: string
  readonly begins: RegExp
  readonly why: string
}[] = [
  {
    who: ['director', 'administrator'],
    table: 'audit.entry',
    begins: /^select \(e\.at at time zone/,
    why: 'counts all that was done in a month',
  },
  {
    who: walkers,
    table: 'record.contact',
    begins: /^select (count\(\*\) as|"contact"\."id"|"id", "received_at")/,
    why: 'the whole queue and the year’s contacts of the front door',
  },
  {
    who: walkers,
    table: 'app.message_work',
    begins: /state in \('refused', 'dead'\)/,
    why: 'an index that holds nothing but what waits',
  },
  {
    who: ['administrator'],
    table: 'record.nursing_area',
    begins: /^select "area"\.\*/,
    why: 'the whole list that an administrator keeps',
  },
  {
    who: walkers,
    table: 'access.caseload_turn',
    begins: /^with asked as/,
    why: 'adds up what each month changed, for all teams: a row for a team and a month',
  },
  {
    who: walkers,
    table: 'record.outcome_measure',
    begins: /^with measured as/,
    why: 'adds up two years of measures by team: in a county that began within these years, all of them',
  },
  ...['attendance', 'attendance_notice', 'attendance_match', 'attendance_tally'].map(table => ({
    who: walkers,
    table: `record.${table}`,
    begins: /^with visit as/,
    why: 'adds up four weeks of visits to hospital: in a county that has few before them, nearly all',
  })),
  {
    who: walkers,
    table: 'app.message_in',
    begins: /^with visit as/,
    why: 'adds up a week of messages: in a county that began this week, all of them',
  },
  ...[
    'protection_status',
    'protection_change',
    'protection_file_record',
    'protection_file',
    'protection_work',
  ].map(table => ({
    who: walkers,
    table: `record.${table}`,
    begins: /^with newest as/,
    why: 'counts every plan that was told to the NHS: a row or two for each plan since the first file',
  })),
  ...['form_minutes', 'form_field'].map(table => ({
    who: walkers,
    table: `app.${table}`,
    begins: /^select "form"/,
    why: 'adds up a year of forms: one row for a form, month and minutes',
  })),
  {
    who: ['administrator', 'director'],
    table: 'audit.leaf',
    begins: /^select count\(\*\), min\(e\.at\)/,
    why: 'counts what waits for a seal',
  },
  {
    who: walkers,
    table: 'history.cp_plan',
    begins: /^select plan\.id as "planId"/,
    why: 'the list of plans as known at a past moment: past rows of plans alone, a few to each plan',
  },
  {
    who: walkers,
    table: 'audit.entry',
    begins: /^select e\.id, e\.at/,
    why: 'the newest looks first, at most so many: for a person looked at often it walks back from the last',
  },
]

/** By name as it is spelled and as it is not, nickname, date of birth, number, postcode. */
const searches = [
  'Maisie Thorncastle',
  'Masie Thorncassel',
  'Alf Thorncastle',
  'Thorncastle 2017',
  facts.identifier,
  'ZZ99 1AL',
]

type Whole = {
  readonly table: string
  readonly who: string
  readonly page: string
  readonly statement: string
}

/** Tables of a large county that the statements since the last call have read from end to end. */
function wholeReads(who: string, page: string): Whole[] {
  return plans
    .take()
    .flatMap(({ statement, readsWhole }) =>
      readsWhole
        .filter(({ table }) => large.has(table))
        .map(({ table, filter }) => ({ table, who, page, statement: `${statement.trim()} [${filter}]` })),
    )
}

test('the county is planned as a large one', () => {
  for (const table of [
    'person',
    'person_name',
    'note',
    'note_person',
    'clock',
    'allocation',
    'family_member',
  ])
    expect(large).toContain(`record.${table}`)
  expect(large).toContain('access.entry')
  expect(large).toContain('audit.entry')
  expect(large).toContain('audit.leaf')
  expect(large).toContain('history.clock')
})

test('a table read from end to end is seen', async () => {
  plans.take()
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  await client.query("select count(*) from record.note where body like '%porridge%'")
  await client.end()
  expect(wholeReads('superuser', 'none').map(({ table }) => table)).toEqual(['record.note'])
})

test('no page reads a large table from end to end', async () => {
  const found: Whole[] = []
  const reached = new Set<string>()
  const broken: string[] = []
  const spared = sparing()
  plans.take()
  for (const key of today) {
    const visitor = await signInAs(server, facts.workers[key])
    const begin = beginnings(server, facts)
    if (backwards.includes(key)) begin.push(...begin.map(address => `${address}?known-at=${settled}`))
    for (const [place, text] of searches.entries()) {
      const answer = await visitor.post('/people', { text })
      if (answer.statusCode === 303) begin.push(`${answer.headers.location}&by=${place}`)
    }
    const look = (step: Step) => {
      const { pattern, address, status } = step
      if (!ofOtherClass.has(key)) spared.note(step)
      if (status >= 500) broken.push(`${key} ${address}`)
      if (status === 200) reached.add(pattern)
      found.push(...wholeReads(key, pattern))
    }
    await walk(server, visitor, begin, look, spared.isSpared(key))
  }
  expect(broken).toEqual([])
  expect([...reached]).toEqual(
    expect.arrayContaining([
      '/my-work',
      '/people',
      '/people/:personId',
      '/people/:personId/chronology',
      '/people/:personId/notes',
      '/teams/:teamId/board',
      '/data-quality',
      '/notices',
    ]),
  )
  const isByNature = ({ who, table, statement }: Whole) =>
    byNature.some(one => one.who.includes(who) && one.table === table && one.begins.test(statement))
  expect(distinct(found.filter(one => !isByNature(one)))).toEqual([])
}, 300_000)

test('saving a visit reads no large table from end to end', async () => {
  const visitor = await signInAs(server, facts.workers.socialWorker)
  plans.take()
  const answer = await visitor.post(`${child}/visits/new`, {
    all: 'seen_alone',
    'on-day': facts.yesterday.day,
    'on-month': facts.yesterday.month,
    'on-year': facts.yesterday.year,
    time: '15:30',
    kind: 'visit',
    purpose: 'cp_visit',
    outcome: 'held',
    body: 'We read together, and each of them showed me their room.',
  })
  expect(answer.statusCode).toBe(303)
  expect(distinct(wholeReads('socialWorker', 'save a visit'))).toEqual([])
})

test('importing a census reads no large table from end to end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-plans-'))
  const path = join(folder, 'census.xml')
  writeCensus(path, 6)
  plans.take()
  for (const time of ['first', 'again']) {
    const report = await importCensus(database, { path, dryRun: false, limitBytes: 1_000_000 })
    expect([time, report.json.children.refused]).toEqual([time, 0])
  }
  rmSync(folder, { recursive: true })
  expect(distinct(wholeReads('importer', 'census'))).toEqual([])
})

/** Each statement and table once, with one page on which it was met. */
function distinct(found: readonly Whole[]): Whole[] {
  return [...new Map(found.map(one => [`${one.table} ${one.statement}`, one])).values()]
}

async function readFacts() {
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  const workers = await client.query<{ subject: string; id: Uuid }>(
    'select sign_in_subject as subject, id from record.worker where sign_in_subject is not null',
  )
  const held = await client.query<Record<'personId' | 'teamId' | 'familyId' | 'identifier', string>>(
    `select a.person_id as "personId", a.team_id as "teamId", m.family_id as "familyId", i.value as identifier
     from record.allocation a join record.worker w on w.id = a.worker_id join record.person_name n using (person_id)
       join record.person_identifier i using (person_id) join record.family_member m using (person_id)
     where w.sign_in_subject = 'rowan.ashbrigg' and a.ended_on is null and n.given = 'Maisie' and n.family = 'Thorncastle'
       and i.kind = 'la_child_id'`,
  )
  await client.end()
  const [maisie] = held.rows
  if (maisie === undefined)
    throw new Error('The story of the Thorncastle family is told in every demo county')
  const ids = personas.map(({ key, subject }) => [key, workers.rows.find(row => row.subject === subject)?.id])
  return {
    ...maisie,
    workers: Object.fromEntries(ids) as Record<PersonaKey, Uuid>, // each persona has a post: makeDemo.test.ts
    yesterday: Temporal.Now.plainDateISO('Europe/London').subtract({ days: 1 }),
  }
}
