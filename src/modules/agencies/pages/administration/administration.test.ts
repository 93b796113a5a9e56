import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { formVersion } from '#platform/http'
import { clockVersionOn, londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { importWorkers } from '../../commands/importWorkers.ts'
import { caseloads } from '../../queries/caseloads.ts'
import { postsOf } from '../../queries/posts.ts'
import { readClockSettings } from '../../queries/readClockSettings.ts'
import { teams } from '../../queries/teams.ts'
import { workerCard, workers } from '../../queries/workers.ts'
import { readSetting } from '../../settings/readSetting.ts'
import { word } from '../../settings/word.ts'
import { writeSetting } from '../../settings/writeSetting.ts'
import type { AgenciesTables } from '../../tables.ts'
import { askRoute } from '../../testing/askRoute.ts'
import { administrationRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
let admin: Actor
beforeAll(async () => {
  admin = await makers.worker({ class: 'administrator' })
})

const ask = (method: 'GET' | 'POST', path: string, sent = {}, actor = admin) =>
  record.as(actor, work => askRoute(administrationRoutes, work, method, path, sent))
async function text(method: 'GET' | 'POST', path: string, sent = {}): Promise<string> {
  const reply = await ask(method, path, sent)
  if (reply.kind !== 'page') throw new Error(`${reply.kind} for ${path}`)
  return String(reply.content)
}
/** The version with which the form of this address opens now. */
async function opened(path: string): Promise<{ version: string }> {
  const [, version = ''] = /name="version" value="([^"]*)"/.exec(await text('GET', path)) ?? []
  return { version }
}
/** Sends a form as it opens now. */
const save = async (path: string, sent = {}, page = path) =>
  ask('POST', path, { ...(await opened(page)), ...sent })
async function saveText(path: string, sent = {}, page = path): Promise<string> {
  return await text('POST', path, { ...(await opened(page)), ...sent })
}
const dated = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

describe('directories', () => {
  test('add a team, refuse a second of its name, change it', async () => {
    const sent = { name: 'Kingfisher', kind: 'family_safeguarding', telephone: '01632 960001' }
    expect((await ask('POST', '/administration/teams/new', sent)).kind).toBe('redirect')
    expect(await text('POST', '/administration/teams/new', { ...sent, name: 'KINGFISHER' })).toContain(
      'Another team has this name',
    )
    expect(await text('POST', '/administration/teams/new', { kind: 'zoo' })).toContain('Enter name')
    const made = (await record.as(admin, work => teams(work))).find(({ name }) => name === 'Kingfisher')
    await save(`/administration/teams/${made?.id}`, { ...sent, telephone: '01632 960002' })
    const list = await ask('GET', '/administration/teams?q=king&format=csv')
    expect(list.kind === 'csv' && [...list.rows].map(row => [row[0], row[4]])).toEqual([
      ['Kingfisher', '01632 960002'],
    ])
  })

  test('a post of a service leader needs an area, any other a team', async () => {
    const worker = await makers.worker()
    const sent = { worker_id: worker.id, fte: '1', ...dated('started_on', today) }
    expect(await text('POST', '/administration/posts/new', { ...sent, role: 'service_leader' })).toContain(
      'Select the service area',
    )
    expect(
      await text('POST', '/administration/posts/new', { ...sent, role: 'team_manager', fte: '1.5' }),
    ).toContain('at most 1')
    const teamId = await makers.team()
    const saved = await ask('POST', '/administration/posts/new', {
      ...sent,
      role: 'social_worker',
      team_id: teamId,
      fte: '0.6',
      holds_cases: 'yes',
    })
    expect(saved.kind).toBe('redirect')
    expect(await record.as(admin, work => postsOf(work, worker.id))).toMatchObject([
      { teamId, fte: 0.6, holdsCases: true },
    ])
  })

  test('the rota reads moments by the clock of England', async () => {
    const worker = await makers.worker({ class: 'duty' })
    const sent = { worker_id: worker.id, starts_at: '2026-07-01 17:00', ends_at: '2026-07-01 16:00' }
    expect(await text('POST', '/administration/rota/new', sent)).toContain('The end must be after the start')
    expect(
      (await ask('POST', '/administration/rota/new', { ...sent, ends_at: '2026-07-02 9:00' })).kind,
    ).toBe('redirect')
    expect(await text('GET', '/administration/rota')).toContain('2026-07-01 17:00')
  })

  test.each([
    'workers',
    'posts',
    'teams',
    'areas',
    'organisations',
    'rota',
    'class-mapping',
    'systems',
    'settings',
    'clocks',
  ])('%s opens, and is for administrators', async slug => {
    expect((await ask('GET', `/administration/${slug}`)).kind).toBe('page')
    await expect(ask('GET', `/administration/${slug}`, {}, await makers.worker())).rejects.toThrow(
      'does not admit',
    )
  })
})

test('a leaver is cut off at once, the children show as a number, and the manager is told', async () => {
  const [leaver, manager] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  await makers.post({ workerId: leaver.id, teamId })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const [plain, hidden] = [await makers.person({ given: 'Juniper' }), await makers.person()]
  for (const personId of [plain, hidden]) await makers.allocation({ personId, teamId, workerId: leaver.id })
  await makers.restriction({ subjectId: hidden })
  const page = await text('GET', `/administration/workers/${leaver.id}`)
  expect(page).toContain('Holds 1 child.')
  expect(page).not.toContain('Juniper')
  expect((await save(`/administration/leavers/${leaver.id}`)).kind).toBe('redirect')
  expect((await record.as(admin, work => workerCard(work, leaver.id)))?.leftAt).not.toBeNull()
  const entries = await record.as(leaver, work =>
    work
      .db<{ 'access.entry': { subject_id: string; ends_at: unknown } }>()
      .selectFrom('access.entry')
      .select('subject_id')
      .execute(),
  )
  expect(entries).toEqual([])
  const told = await record.as(manager, work =>
    work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'path']).execute(),
  )
  expect(told).toEqual([{ kind: 'worker_left', path: `/teams/${teamId}/queue?holder=${leaver.id}` }])
})

test('a number of children is told to nobody who neither allocates, directs nor administers', async () => {
  const quality = await makers.worker({ class: 'data_quality' })
  await expect(record.as(quality, work => caseloads(work, [quality.id]))).rejects.toThrow('permission denied')
})

describe('settings', () => {
  test('keep their shape, and stand until set', async () => {
    expect(await record.as(admin, work => readSetting(work, 'caseload.alert'))).toBe(15)
    expect(await saveText('/administration/settings/caseload.alert', { value: 'many' })).toContain(
      'Enter a whole number',
    )
    await save('/administration/settings/caseload.alert', { value: '12' })
    expect(await record.as(admin, work => readSetting(work, 'caseload.alert'))).toBe(12)
  })

  test('words of the authority take the place of ours, and an empty one gives ours back', async () => {
    const words = () =>
      record.as(admin, async work => [await word(work, 'children_in_care'), await word(work, 'placement')])
    await save('/administration/settings/display.words', { placement: 'where you live' })
    expect(await words()).toEqual(['children we care for', 'where you live'])
    await save('/administration/settings/display.words', {})
    expect(await words()).toEqual(['children we care for', 'home'])
  })

  test('refuse a colour on which white cannot be read', async () => {
    expect(await text('POST', '/administration/settings/authority.theme', { colour: '#ffee00' })).toContain(
      'Choose a darker colour',
    )
  })

  test('are not a practitioner’s to write: the database refuses', async () => {
    const worker = await makers.worker()
    await expect(record.as(worker, work => writeSetting(work, 'caseload.alert', 1))).rejects.toThrow(
      'permission denied',
    )
  })

  test('a clock of law may become stricter from today on, never looser nor for the past', async () => {
    const path = '/administration/clocks/ICPC_15'
    const sent = { limit: '12', unit: 'working_days', ...dated('effectiveFrom', today) }
    expect(await saveText(path, { ...sent, limit: '20' })).toContain('A local value may only be stricter')
    expect(
      await saveText(path, { ...sent, ...dated('effectiveFrom', today.subtract({ days: 1 })) }),
    ).toContain('today or later')
    expect((await save(path, sent)).kind).toBe('redirect')
    const { localValues } = await record.as(admin, readClockSettings)
    expect(localValues).toEqual([
      { clock: 'ICPC_15', effectiveFrom: today, value: { limit: { value: 12, unit: 'working_days' } } },
    ])
    expect(await text('GET', path)).toContain('12 working days from')
  })
})

describe('of two who open a form at once, the second', () => {
  const conflict = 'The record changed after you began'

  test('sees both texts of a directory’s row, keeps what they typed, and saves it knowingly', async () => {
    const teamId = await makers.team()
    const path = `/administration/teams/${teamId}`
    const before = await opened(path)
    const typed = (name: string) => ({ name, kind: 'other' })
    expect((await ask('POST', path, { ...before, ...typed('Heronsgate') })).kind).toBe('redirect')
    const reply = await ask('POST', path, { ...before, ...typed('Otterbourne') })
    if (reply.kind !== 'page') throw new Error(reply.kind)
    expect(reply.status).toBe(409)
    const page = String(reply.content)
    for (const words of [conflict, 'Heronsgate', 'value="Otterbourne"']) expect(page).toContain(words)
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(page) ?? []
    expect((await ask('POST', path, { version, ...typed('Otterbourne') })).kind).toBe('redirect')
  })

  test('sees both values of a setting and of a clock; another clock is nobody’s business', async () => {
    const setting = '/administration/settings/oversight.weeks'
    const before = await opened(setting)
    await ask('POST', setting, { ...before, value: '3' })
    expect(await text('POST', setting, { ...before, value: '7' })).toContain(conflict)
    expect(await record.as(admin, work => readSetting(work, 'oversight.weeks'))).toBe(3)
    const [one, other] = ['/administration/clocks/CIN_VISIT', '/administration/clocks/CIN_REVIEW']
    const [first, second] = [await opened(one), await opened(other)]
    const limit = { limit: '2', unit: 'weeks', ...dated('effectiveFrom', today) }
    expect((await ask('POST', one, { ...first, ...limit })).kind).toBe('redirect')
    expect(await text('POST', one, { ...first, ...limit, limit: '3' })).toContain(conflict)
    expect((await ask('POST', other, { ...second, ...limit })).kind).toBe('redirect')
    const { localValues } = await record.as(admin, readClockSettings)
    expect(localValues.map(({ clock }) => clock)).toEqual(expect.arrayContaining(['CIN_VISIT', 'CIN_REVIEW']))
  })

  test('does not take back whoever the first has just let go', async () => {
    const path = `/administration/leavers/${(await makers.worker()).id}`
    const before = await opened(path)
    expect((await ask('POST', path, before)).kind).toBe('redirect')
    expect(await text('POST', path, before)).toContain('Somebody else has just recorded this')
  })
})

describe('enacted law', () => {
  const page = '/administration/clocks/FGDM_OFFER'
  const path = `${page}/commencement`
  const soon = today.add({ days: 30 })
  const settings = () => record.as(admin, readClockSettings)
  const isOn = async (day: Temporal.PlainDate) => clockVersionOn('FGDM_OFFER', day, await settings()).ok

  test('says that it is not in force, and where that stands', async () => {
    const content = await text('GET', page)
    expect(content).toContain('not in force: no day is set')
    expect(content).toContain('href="https://www.legislation.gov.uk/id/ukpga/2026/21/section/1"')
    expect(content).not.toContain('name="limit"')
  })

  test('takes a day from today on, within ten years, that exists', async () => {
    const refusals = [
      [dated('on', today.subtract({ days: 1 })), 'The day must be today or later'],
      [dated('on', today.add({ years: 11 })), 'within the next ten years'],
      [{ 'on-day': '31', 'on-month': '2', 'on-year': '2027' }, 'In force from must be a real date'],
      [{}, 'Enter the day from which it is in force'],
    ] as const
    for (const [sent, message] of refusals) expect(await saveText(path, sent, page)).toContain(message)
    expect((await settings()).commencements).toEqual([])
  })

  test('starts the clock from its day and not before, beside the limits, and the act is in the audit', async () => {
    const { localValues } = await settings()
    expect(await isOn(soon)).toBe(false)
    expect((await save(path, dated('on', soon), page)).kind).toBe('redirect')
    expect(await settings()).toEqual({ commencements: [{ clock: 'FGDM_OFFER', on: soon }], localValues })
    expect([await isOn(soon.subtract({ days: 1 })), await isOn(soon)]).toEqual([false, true])
    expect(await text('GET', page)).toContain('in force from')
    const list = await ask('GET', '/administration/clocks?q=family group&format=csv')
    expect(list.kind === 'csv' && [...list.rows][0]?.[3]).toContain('in force from')
    const acts = await record.as(serviceActor('verifier'), work =>
      work
        .db<{ 'audit.entry': { id: number; actor_id: string; resource: string } }>()
        .selectFrom('audit.entry')
        .select('actor_id')
        .where('resource', '=', 'setting')
        .orderBy('id', 'desc')
        .limit(1)
        .execute(),
    )
    expect(acts).toEqual([{ actor_id: admin.id }])
  })

  test('may have its day changed or taken back until it comes; then it stands', async () => {
    const later = soon.add({ days: 5 })
    await save(path, dated('on', later), page)
    expect((await settings()).commencements).toEqual([{ clock: 'FGDM_OFFER', on: later }])
    expect((await save(path, {}, page)).kind).toBe('redirect')
    expect((await settings()).commencements).toEqual([])
    await save(path, dated('on', today), page)
    const late = { ...dated('on', later), version: formVersion([[], today]) }
    expect(await text('POST', path, late)).toContain('The day has come')
    expect(await text('GET', page)).not.toContain('<form')
    expect(await isOn(today)).toBe(true)
  })

  test('is the only kind that has such a day, and is no limit', async () => {
    const sent = { limit: '5', unit: 'working_days', ...dated('effectiveFrom', today) }
    expect((await ask('POST', '/administration/clocks/MACPT_LIVE', sent)).kind).toBe('not_found')
    expect((await ask('POST', '/administration/clocks/CP_VISIT/commencement', dated('on', soon))).kind).toBe(
      'not_found',
    )
    await expect(ask('POST', path, dated('on', soon), await makers.worker())).rejects.toThrow(
      'does not admit',
    )
  })
})

describe('workers by CSV', () => {
  const csv = (...lines: string[]) => ['name,class,email,team,role,fte,left_on', ...lines].join('\n')

  test('is checked first, names the bad lines, does the good ones, and a second run changes nothing', async () => {
    await ask('POST', '/administration/teams/new', { name: 'Heron', kind: 'duty' })
    const given = csv(
      'Quill Madeup,practitioner,quill@example.org,Heron,social_worker,0.5,',
      'Nobody,wizard,nobody@example.org,,,,',
      'Short line,practitioner',
      'Twice Madeup,practitioner,QUILL@example.org,,,,',
    )
    const path = '/administration/workers/import'
    const report = await text('POST', path, { csv: given, step: 'check' })
    expect(report).toContain('1 line would change something. 3 bad lines would change nothing.')
    expect(report).toContain('is no class of user')
    expect(report).toContain('The same worker as line 2')
    const named = () => record.as(admin, work => workers(work, { name: 'madeup' }, 0, 500))
    const quill = async () => (await named()).find(one => one.displayName === 'Quill Madeup')
    expect(await quill()).toBeUndefined()
    expect(await ask('POST', path, { csv: given, step: 'apply' })).toMatchObject({
      success: expect.stringContaining('bad lines: 3, 4, 5'),
    })
    const id = (await quill())?.id
    if (id === undefined) throw new Error('Quill was not added')
    expect(await record.as(admin, work => postsOf(work, id))).toMatchObject([{ teamName: 'Heron', fte: 0.5 }])
    expect(await text('POST', path, { csv: given, step: 'check' })).toContain(
      '0 lines would change something',
    )
  })

  test('refuses what is no list of workers', async () => {
    const path = '/administration/workers/import'
    expect(await text('POST', path, { csv: 'name,shoe size\nA,1' })).toContain(
      '“name” and “class” are needed',
    )
    expect(await text('POST', path, { csv: 'name,class,shoe\nA,duty,1' })).toContain('Unknown columns: shoe')
    expect(await text('POST', path, { csv: 'name,class\n"A,duty' })).toContain('This is not CSV')
  })

  test('from a file ends a leaver; a dry run does not', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kith-workers-')), 'workers.csv')
    writeFileSync(file, csv('Teal Gone,practitioner,teal@example.org,,,,'))
    expect((await importWorkers(record.database, { path: file, dryRun: false })).json.changed).toBe(1)
    writeFileSync(file, csv('Teal Gone,practitioner,teal@example.org,,,,2026-01-05'))
    const teal = async () =>
      (await record.as(serviceActor('importer'), work => workers(work, { name: 'Teal' })))[0]
    const dry = await importWorkers(record.database, { path: file, dryRun: true })
    expect([dry.json.lines[0]?.action, dry.isWhole, (await teal())?.leftAt]).toEqual(['leave', true, null])
    await importWorkers(record.database, { path: file, dryRun: false })
    expect((await teal())?.leftAt?.toString()).toBe('2026-01-06T00:00:00Z')
    expect((await importWorkers(record.database, { path: file, dryRun: false })).json.changed).toBe(0)
  })

  test.each(['page', 'file'])(
    'from a %s a leaver is signed out and the manager told, as by hand',
    async way => {
      const [leaver, manager] = [await makers.worker(), await makers.worker()]
      const teamId = await makers.team()
      await makers.post({ workerId: leaver.id, teamId })
      await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
      const subject = `leaver.by.${way}`
      const card = await record.as(admin, async work => {
        const db = work.db<AgenciesTables>()
        await db.updateTable('worker').set({ sign_in_subject: subject }).where('id', '=', leaver.id).execute()
        return workerCard(work, leaver.id)
      })
      const session = await beginSession(leaver)
      const lines = `name,class,sign_in_subject,left_on\n${card?.displayName},practitioner,${subject},2026-01-05`
      if (way === 'page') await ask('POST', '/administration/workers/import', { csv: lines, step: 'apply' })
      else {
        const file = join(mkdtempSync(join(tmpdir(), 'kith-workers-')), 'leavers.csv')
        writeFileSync(file, lines)
        await importWorkers(record.database, { path: file, dryRun: false })
      }
      expect(await isOpen(session)).toBe(false)
      const told = await record.as(manager, work =>
        work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'path']).execute(),
      )
      expect(told).toEqual([{ kind: 'worker_left', path: `/teams/${teamId}/queue?holder=${leaver.id}` }])
      const events = await record.as(serviceActor('courier'), work =>
        work.db<ServiceTables>().selectFrom('app.outbox').select(['event', 'body']).execute(),
      )
      expect(events.filter(({ body }) => JSON.stringify(body).includes(leaver.id))).toEqual([
        { event: 'worker.left', body: { workerId: leaver.id, leftAt: '2026-01-06T00:00:00Z' } },
      ])
    },
  )
})

/** A session that the worker began. @returns the hash of its token */
async function beginSession(worker: Actor): Promise<Buffer> {
  const hash = randomBytes(32)
  await record.as(serviceActor('porter'), work =>
    work
      .db<ServiceTables>()
      .insertInto('app.session')
      .values({
        token_hash: hash,
        worker_id: worker.id,
        class: 'practitioner',
        csrf_secret: 'secret',
        ends_at: work.now.add({ hours: 8 }).toString(),
      })
      .execute(),
  )
  return hash
}

const isOpen = async (hash: Buffer): Promise<boolean> =>
  record.as(serviceActor('porter'), async work => {
    const db = work.db<ServiceTables>()
    const row = await db
      .selectFrom('app.session')
      .select('revoked_at')
      .where('token_hash', '=', hash)
      .executeTakeFirstOrThrow()
    return row.revoked_at === null
  })
