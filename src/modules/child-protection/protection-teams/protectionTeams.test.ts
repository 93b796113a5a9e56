import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { protectionTeamRoutes } from './index.ts'
import { protectionTeams } from './queries/readTeams.ts'
import { type Discipline, missingDisciplines } from './rules/disciplines.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, protectionTeamRoutes)
const today = Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string, on = today) => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
})
let administrator: Actor
let worker: Actor

beforeAll(async () => {
  administrator = await makers.worker({ class: 'administrator' })
  worker = await makers.worker()
})

test('a discipline counts from its first day to the end of its last', () => {
  const member = (discipline: Discipline, from: string, to: string | null) => ({
    discipline,
    startedOn: Temporal.PlainDate.from(from),
    endedOn: to === null ? null : Temporal.PlainDate.from(to),
  })
  const on = Temporal.PlainDate.from('2027-10-01')
  expect(missingDisciplines([], on)).toEqual(['education', 'social_work', 'health', 'police'])
  const members = [
    member('education', '2027-10-01', null),
    member('social_work', '2027-01-01', '2027-10-01'),
    member('health', '2027-10-02', null),
    member('police', '2027-01-01', '2027-09-30'),
    member('other', '2027-01-01', null),
  ]
  expect(missingDisciplines(members, on)).toEqual(['health', 'police'])
})

describe('the page', () => {
  const page = async (actor: Actor) => contentOf(await ask(actor, 'GET', '/protection-teams'))

  test('warns before the law is in force, and says that there must be one after', async () => {
    expect(await page(worker)).toContain('There is no team: all 4 disciplines are missing')
    expect(await page(worker)).not.toContain('must have')
    const value = JSON.stringify({
      commencements: [{ clock: 'MACPT_LIVE', on: today.toString() }],
      localValues: [],
    })
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('setting')
        .values({ id: makeUuid(), key: 'clocks', value })
        .execute(),
    )
    expect(await page(worker)).toContain('must have at least one team')
  })

  test('is kept by administrators: a team, its members, with stale forms refused', async () => {
    const sent = { name: 'North team', area: '', ...dated('started') }
    const url = '/protection-teams/:teamId'
    expect(await ask(administrator, 'POST', url, { params: { teamId: 'new' }, sent })).toMatchObject({
      kind: 'redirect',
    })
    expect(contentOf(await ask(administrator, 'POST', url, { params: { teamId: 'new' }, sent }))).toContain(
      'Another team has this name',
    )
    const [team] = await record.as(administrator, protectionTeams)
    const members = '/protection-teams/:teamId/members/:memberId'
    const params = { teamId: team?.id ?? '', memberId: 'new' }
    const nobody = { worker: '', name: '', discipline: 'police', ...dated('started') }
    expect(contentOf(await ask(administrator, 'POST', members, { params, sent: nobody }))).toContain(
      'Select the worker, or enter a name',
    )
    const named = { ...nobody, name: 'Sergeant Madeup' }
    expect(await ask(administrator, 'POST', members, { params, sent: named })).toMatchObject({
      kind: 'redirect',
    })
    const shown = await page(worker)
    expect(shown).toContain('Sergeant Madeup')
    expect(shown).toContain('Missing: education, social work, health.')
    expect(shown).not.toContain('Add a member')
    const at = { teamId: team?.id ?? '' }
    const first = { ...sent, name: 'Northern team', version: '1' }
    expect(await ask(administrator, 'POST', url, { params: at, sent: first })).toMatchObject({
      kind: 'redirect',
    })
    const stale = await ask(administrator, 'POST', url, {
      params: at,
      sent: { ...first, name: 'Other team' },
    })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Northern team')
  })

  test('is changed by nobody else, past the pages either', async () => {
    await expect(
      record.as(worker, work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .insertInto('protection_team')
          .values({ id: makeUuid(), name: 'Mine', started_on: today })
          .execute(),
      ),
    ).rejects.toThrow()
  })
})
