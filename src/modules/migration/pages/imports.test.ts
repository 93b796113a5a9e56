import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { qualityIssues } from '#modules/casework'
import type { Actor, UserClass } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { census, child, episode } from '../census/testing/censusXml.ts'
import { migrationModule } from '../migrationModule.ts'
import { mendingPage } from '../quality/mendingPage.ts'
import { migrationQuality } from '../quality/migrationQuality.ts'
import { migrationSection } from '../quality/migrationSection.ts'
import { importing } from '../testing/importing.ts'

const record = await testRecord(8)
const { query, run } = importing(record, pg.Client)
const people: Record<string, Uuid> = {}
let runId = ''

beforeAll(async () => {
  const odd = (id: string) =>
    child(
      { LAchildID: id, UPN: undefined, UPNunknown: 'UN1' },
      { CINdetails: episode({ PrimaryNeedCode: 'N99', Nickname: 'Snail' }) },
    )
  const { json } = await run(census([odd('SEEN1'), odd('OTHER1'), odd('SEALED1')]))
  runId = json.runId ?? ''
  for (const row of await query<{ value: string; person_id: Uuid }>(
    "select value, person_id from record.person_identifier where kind = 'la_child_id'",
  ))
    people[row.value] = row.person_id
  await record.makers.restriction({ subjectId: people['SEALED1'] ?? makeUuid() })
})

async function workerOf(userClass: UserClass, held?: Uuid): Promise<Actor> {
  const worker = await record.makers.worker({ class: userClass })
  if (held)
    await record.makers.allocation({
      personId: held,
      teamId: await record.makers.team(),
      workerId: worker.id,
      role: 'co_worker',
    })
  return worker
}

const ask = (actor: Actor, url: string, asked: Record<string, string> = {}) => {
  const route = migrationModule.routes.find(one => one.url === url)
  if (!route) throw new Error(`No route ${url}`)
  return record.as(actor, work =>
    route.handle({
      work,
      me: { id: actor.id, class: actor.class as UserClass, name: 'Worker Madeup' }, // made above as a class of user
      params: route.params?.parse({ runId }),
      query: route.query?.parse(asked),
      body: undefined,
      sent: {},
      path: url.replace(':runId', runId),
      form: { csrf: 'token', submission: makeUuid() },
    }),
  )
}

async function page(actor: Actor, url: string, asked: Record<string, string> = {}) {
  const reply = await ask(actor, url, asked)
  if (reply.kind !== 'page') throw new Error(`Answered ${reply.kind}`)
  return { text: String(reply.content), shown: reply.shown }
}

const one = '/imports/:runId'

test('everybody whom it admits sees the runs and their counts', async () => {
  for (const userClass of ['practitioner', 'director', 'data_quality', 'administrator'] as const) {
    const { text } = await page(await workerOf(userClass), '/imports')
    expect(text).toContain('Children in need census as at 31 March 2026')
  }
})

test('a practitioner sees findings of their own children only', async () => {
  const { shown, text } = await page(await workerOf('practitioner', people['SEEN1']), one)
  expect(shown).toEqual({ resource: 'import_finding', subjectIds: [people['SEEN1']], action: 'list' })
  expect(text).toContain('N99')
})

test('a data quality officer sees codes of every child but the restricted one, and no free text', async () => {
  const { shown, text } = await page(await workerOf('data_quality'), one)
  expect(shown).toMatchObject({ resource: 'import_finding' })
  expect([...(shown === 'nothing' ? [] : shown.subjectIds)].sort()).toEqual(
    [people['SEEN1'], people['OTHER1']].sort(),
  )
  expect(text).not.toContain('Snail')
})

test('an administrator sees what it counted and no child', async () => {
  const { shown, text } = await page(await workerOf('administrator'), one)
  expect(shown).toBe('nothing')
  expect(text).toContain('3 children read')
  expect(text).not.toContain('N99')
})

test('findings are filtered by severity, rule and element, and come as CSV', async () => {
  const officer = await workerOf('data_quality')
  const refused = await ask(officer, one, { severity: 'refused', element: 'PrimaryNeedCode', format: 'csv' })
  if (refused.kind !== 'csv') throw new Error(refused.kind)
  const rows = [...refused.rows]
  expect(rows).toHaveLength(2)
  expect(rows[0]?.slice(2, 6)).toEqual(['CINdetails[1]/PrimaryNeedCode', 'N99', 'refused', '8650'])
  const none = await page(officer, one, { rule: '9999' })
  expect(none.text).toContain('Show everything')
})

test('unresolved findings are data-quality issues, each with the form that keeps its element', async () => {
  await record.as(await workerOf('data_quality'), async work => {
    const all = await qualityIssues(work, [migrationQuality])
    expect(all.length).toBeGreaterThan(0)
    expect(all.some(({ personId }) => personId === people['SEALED1'])).toBe(false)
  })
  const at = (element: string, referral: string | null = 'R') =>
    mendingPage({
      code: 'refused',
      personId: 'P' as Uuid,
      on: null,
      about: null,
      detail: { element, referral, run: 'I' },
    })
  expect(at('ChildIdentifiers/UPN')).toBe('/people/P/details/identifier')
  expect(at('ChildCharacteristics/Disabilities/Disability[2]')).toBe('/people/P/details/disability')
  expect(at('CINdetails[1]/PrimaryNeedCode')).toBe('/people/P/referrals/R')
  expect(at('CINdetails[1]/PrimaryNeedCode', null)).toBe('/imports/I')
  expect(at('CINdetails[2]/Section47[1]/S47ActualStartDate')).toBe('/imports/I')
})

test("the child's page says what was refused, and nothing where nothing was", async () => {
  const seen = people['SEEN1'] ?? makeUuid()
  await record.as(await workerOf('practitioner', seen), async work => {
    expect(String(await migrationSection.show(work, seen))).toContain('is not one of the codes')
    expect(await migrationSection.show(work, people['OTHER1'] ?? makeUuid())).toBeNull()
  })
})
