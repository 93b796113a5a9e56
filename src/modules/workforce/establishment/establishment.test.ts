import { beforeAll, describe, expect, test } from 'vitest'
import { agenciesModule } from '#modules/agencies'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../agencies/testing/askRoute.ts'
import { workforceModule } from '../module.ts'
import { dated, tellRow } from '../testing/tellRow.ts'

const record = await testRecord()
const { makers } = record
const today = Temporal.Now.plainDateISO('Europe/London')
const routes = [...workforceModule.routes, ...agenciesModule.routes]
let [administrator, director, leader, worker, nurse]: Actor[] = []
let areaId: Uuid
let teamId: Uuid
let placeId: Uuid

const as = (actor: Actor | undefined) => actor as Actor
const ask = (actor: Actor | undefined, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(as(actor), work => askRoute(routes, work, method, path, sent))
async function page(actor: Actor | undefined, path: string): Promise<string> {
  const reply = await ask(actor, 'GET', path)
  return reply.kind === 'page' ? String(reply.content) : reply.kind
}
/** Opens the form and sends it with its version, as a browser would. */
async function send(actor: Actor | undefined, path: string, sent: object): Promise<string> {
  const version = /name="version" value="([^"]+)"/.exec(await page(actor, path))?.[1]
  const reply = await ask(actor, 'POST', path, { version, ...sent })
  return reply.kind === 'page' ? `${reply.status} ${reply.content}` : reply.kind
}
const wanted = (more: object = {}) => ({
  title: 'Mental health practitioner',
  team_id: teamId,
  discipline: 'mental_health',
  profession_type: 'Psychiatric nurse',
  fte: '1',
  funding_stream_id: '',
  ...dated('opened_on', today.subtract({ days: 30 })),
  ...more,
})

beforeAll(async () => {
  areaId = await makers.area()
  teamId = await makers.team({ areaId })
  administrator = await makers.worker({ class: 'administrator' })
  director = await makers.worker({ class: 'director' })
  leader = await makers.worker()
  worker = await makers.worker()
  nurse = await makers.worker()
  await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
  await makers.post({ workerId: worker.id, teamId })
})

describe('a post of the establishment', () => {
  test('is opened by a service leader in post, and by nobody without such a post', async () => {
    expect(await page(worker, '/workforce/posts/new')).toBe('not_found')
    expect(await send(worker, '/workforce/posts/new', wanted())).toBe('not_found')
    expect(await send(leader, '/workforce/posts/new', wanted())).toBe('redirect')
    const list = await page(worker, '/workforce/posts')
    expect(list).toContain('1 FTE for 31 days')
    expect(list).toContain('The team has nobody for mental health: it is incomplete')
    placeId = /\/workforce\/posts\/([0-9a-f-]{36})/.exec(list)?.[1] as Uuid
    expect(list).not.toContain('Open a post')
  })

  test('is refused with an FTE of zero or an end before its start, and keeps what was typed', async () => {
    const zero = await send(director, '/workforce/posts/new', wanted({ fte: '0', title: 'Second nurse' }))
    expect(zero).toContain('422')
    expect(zero).toContain('Full-time equivalent must be above 0')
    expect(zero).toContain('value="Second nurse"')
    const early = { ...wanted(), ...dated('closed_on', today.subtract({ days: 31 })) }
    expect(await send(director, '/workforce/posts/new', early)).toContain('Last day must be on or after')
    expect(await send(director, '/workforce/posts/new', wanted({ fte: '1.5' }))).toContain('at most 1')
  })

  test('is filled by an administrator alone, and the team is complete of that discipline', async () => {
    const fill = `/workforce/posts/${placeId}/fill`
    const sent = {
      worker_id: as(nurse).id,
      role: 'mental_health_practitioner',
      employment: 'seconded',
      fte: '0.6',
      ...dated('started_on', today.subtract({ days: 10 })),
    }
    await expect(page(leader, fill)).rejects.toThrow('does not admit')
    expect(await send(administrator, fill, sent)).toBe('redirect')
    const shown = await page(leader, `/workforce/posts/${placeId}`)
    expect(shown).toContain('0.4 of 1 FTE is vacant for 31 days')
    expect(shown).toContain('An administrator puts people into posts')
    expect(await page(worker, '/workforce/completeness')).toContain('Lacks substance misuse, domestic abuse')
  })

  test('more than its FTE, or than one worker’s week, is asked about and then taken', async () => {
    const fill = `/workforce/posts/${placeId}/fill`
    const sent = {
      worker_id: as(worker).id,
      role: 'mental_health_practitioner',
      employment: 'permanent',
      fte: '0.6',
      ...dated('started_on', today),
    }
    expect(await send(administrator, fill, sent)).toContain('Together they would be 1.2 FTE in a post of 1')
    expect(await send(administrator, fill, { ...sent, fte: '0.4' })).toContain('would be 1.4 FTE in all')
    expect(await send(administrator, fill, { ...sent, fte: '0.4', knows: 'yes' })).toBe('redirect')
    expect(await page(worker, '/workforce/people')).toContain('(1.4 in all: above 1)')
    expect(await page(worker, `/workforce/posts/${placeId}`)).toContain('It is filled.')
  })

  test('does not close while somebody holds it, whatever closes it', async () => {
    const change = `/workforce/posts/${placeId}/change`
    const closing = { ...wanted(), ...dated('closed_on', today) }
    expect(await send(leader, change, closing)).toContain('holds this post with no last day')
    await expect(
      record.as(as(director), work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .updateTable('established_post')
          .set({ closed_on: today })
          .where('id', '=', placeId)
          .execute(),
      ),
    ).rejects.toThrow('Somebody holds this post')
  })

  test('closes once everyone in it has a last day', async () => {
    const shown = await page(administrator, `/workforce/posts/${placeId}`)
    const ends = [...shown.matchAll(/href="(\/workforce\/posts\/[^"]+\/holders\/[^"/]+)"/g)].map(
      ([, path]) => path,
    )
    expect(ends).toHaveLength(2)
    for (const path of ends)
      expect(await send(administrator, path ?? '', dated('ended_on', today))).toBe('redirect')
    const closing = { ...wanted(), ...dated('closed_on', today) }
    expect(await send(leader, `/workforce/posts/${placeId}/change`, closing)).toBe('redirect')
  })

  test('a form that somebody else was quicker with shows both texts', async () => {
    const change = `/workforce/posts/${placeId}/change`
    const version = /name="version" value="([^"]+)"/.exec(await page(leader, change))?.[1]
    const closed = dated('closed_on', today)
    await send(director, change, { ...wanted({ title: 'Clinical nurse' }), ...closed })
    const late = await ask(leader, 'POST', change, { version, ...wanted({ title: 'Nurse' }), ...closed })
    expect(late).toMatchObject({ status: 409 })
    expect(late.kind === 'page' && String(late.content)).toContain('Clinical nurse')
  })

  test('as known before it closed is open, and no form of it opens there', async () => {
    const before = await record.settled()
    await send(leader, `/workforce/posts/${placeId}/change`, {
      ...wanted({ title: 'Nurse of the team' }),
      ...dated('closed_on', today),
    })
    const known = (path: string) =>
      record.as(as(leader), work => askRoute(routes, work, 'GET', path), { knownAt: before })
    const shown = await known(`/workforce/posts/${placeId}`)
    expect(shown).toMatchObject({ kind: 'page', title: 'Clinical nurse' })
    expect(await known(`/workforce/posts/${placeId}/change`)).toEqual({ kind: 'not_found' })
  })

  test('of an id that is nobody’s answers as one that is no id', async () => {
    expect(await page(leader, '/workforce/posts/019a0000-0000-7000-8000-000000000000')).toBe('not_found')
    expect(await page(leader, '/workforce/posts/none')).toBe('not_found')
  })
})

describe('a team', () => {
  const team = (more: object) => ({ name: `Team ${teamId}`, kind: 'family_safeguarding', ...more })

  test('does not close while children are with it: the form says how many, and the database refuses', async () => {
    const closing = team(dated('ended_on', today))
    const child = await makers.person()
    const held = await makers.allocation({ personId: child, teamId, workerId: as(worker).id })
    const path = `/administration/teams/${teamId}`
    expect(await send(administrator, path, closing)).toContain('1 child is still with this team')
    expect(await page(administrator, path)).toContain('1 child is with it')
    const close = () =>
      record.as(as(administrator), work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .updateTable('team')
          .set({ ended_on: today })
          .where('id', '=', teamId)
          .execute(),
      )
    await expect(close()).rejects.toThrow('Children are with this team')
    expect(held).toBeTruthy()
  })
})

describe('who may keep it', () => {
  test('somebody who stopped leading an area no longer writes', async () => {
    const former = await makers.worker()
    await makers.post({
      workerId: former.id,
      areaId,
      role: 'service_leader',
      endedOn: today.subtract({ days: 1 }).toString(),
    })
    await expect(
      record.as(former, work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .insertInto('rollout_wave')
          .values({ number: 9, name: 'Nine', planned_on: today })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
  })

  test('a programme of early career is read by its worker and their line, and by nobody else', async () => {
    const manager = await makers.worker()
    const colleague = await makers.worker()
    const learner = await makers.worker()
    const own = await makers.team({ areaId })
    await makers.post({ workerId: manager.id, teamId: own, role: 'team_manager' })
    await makers.post({ workerId: learner.id, teamId: own })
    await makers.post({ workerId: colleague.id, teamId: own })
    const sent = {
      worker_id: learner.id,
      programme: 'Assessed year',
      year: '1',
      ...dated('started_on', today.subtract({ months: 2 })),
      ...dated('expected_end', today.add({ months: 10 })),
      protected_hours: '3.5',
      caseload_share: '90',
      outcome: '',
    }
    const form = '/workforce/early-career/new'
    expect(await page(colleague, form)).toBe('not_found')
    expect(await send(manager, form, sent)).toBe('redirect')
    expect(await send(manager, form, sent)).toContain('They are in a programme already')
    for (const one of [learner, manager, leader])
      expect(await page(one, '/workforce/early-career')).toContain('Assessed year')
    for (const one of [colleague, director, worker])
      expect(await page(one, '/workforce/early-career')).not.toContain('Assessed year')
    await expect(page(administrator, '/workforce/early-career')).rejects.toThrow('does not admit')
    const outcome = { ...sent, ...dated('assessed_on', today), outcome: '' }
    expect(await send(manager, form, { ...outcome, worker_id: manager.id })).toContain('Select')
    await expect(
      record.as(learner, work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .updateTable('early_career')
          .set({ caseload_share: 0.1 })
          .execute(),
      ),
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }])
  })

  test('a director reads the programme of a service leader', async () => {
    await tellRow(record, 'early_career', {
      worker_id: as(leader).id,
      programme: 'New leaders',
      started_on: today.toString(),
      expected_end: today.add({ years: 1 }).toString(),
      protected_hours: 2,
      caseload_share: 1,
    })
    expect(await page(director, '/workforce/early-career')).toContain('New leaders')
  })
})
