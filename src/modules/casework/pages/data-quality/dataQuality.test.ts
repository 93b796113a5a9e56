import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { PeopleTables } from '#modules/people'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { makeClock } from '../../queries/testing/makeClock.ts'
import type { QualitySource } from '../../registry/qualitySource.ts'
import { registries } from '../../registry/registries.ts'
import { dataQualityRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())

async function csv(actor: Actor, path: string): Promise<readonly (readonly unknown[])[]> {
  const reply = await record.as(actor, work => askRoute(dataQualityRoutes, work, 'GET', `${path}&format=csv`))
  if (reply.kind !== 'csv') throw new Error(reply.kind)
  return [...reply.rows]
}
async function text(actor: Actor, path: string): Promise<string> {
  const reply = await record.as(actor, work => askRoute(dataQualityRoutes, work, 'GET', path))
  if (reply.kind !== 'page') throw new Error(reply.kind)
  return String(reply.content)
}
async function held(): Promise<{ worker: Actor; manager: Actor; personId: Uuid; teamId: Uuid }> {
  const [worker, manager] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const personId = await makers.person({ given: 'Indigo', family: 'Madeup' })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  return { worker, manager, personId, teamId }
}
const number = (personId: Uuid, value: string) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<PeopleTables>()
      .insertInto('person_identifier')
      .values({ person_id: personId, kind: 'la_child_id', value })
      .execute(),
  )

describe('late and overdue clocks', () => {
  test('lists the overdue and a year of the late, to whoever answers for the child', async () => {
    const { worker, manager, personId } = await held()
    await makeClock(record, { personId, dueOn: today.subtract({ days: 2 }) })
    await makeClock(record, {
      personId,
      dueOn: today.subtract({ days: 60 }),
      outcome: 'late',
      satisfiedOn: today.subtract({ days: 50 }),
    })
    await makeClock(record, {
      personId,
      dueOn: today.subtract({ days: 400 }),
      outcome: 'late',
      satisfiedOn: today.subtract({ days: 390 }),
    })
    await makeClock(record, { personId, dueOn: today.add({ days: 2 }) })
    for (const actor of [worker, manager]) {
      const rows = await csv(actor, '/data-quality?source=clocks')
      expect(rows.map(row => [row[0], row[6]])).toEqual([
        ['Indigo Madeup', 'error'],
        ['Indigo Madeup', 'information'],
      ])
    }
    expect(await csv(await makers.worker(), '/data-quality?source=clocks')).toEqual([])
    const narrowed = await csv(manager, `/data-quality?source=clocks&severity=error&worker=${worker.id}`)
    expect(narrowed).toHaveLength(1)
    const page = await text(manager, '/data-quality?source=clocks')
    expect(page).toContain('Late and overdue (2)')
    expect(page).toContain('Missing about the child (5)')
  })
})

describe('missing census items', () => {
  test('names each item that is missing until it is recorded', async () => {
    const { worker, personId } = await held()
    const rules = async () =>
      (await csv(worker, '/data-quality?source=census-items')).map(row => String(row[2]).match(/N\d+/)?.[0])
    expect(await rules()).toEqual(['N00099', 'N00177', 'N00097', 'N00783', 'N00001'])
    await number(personId, '900001')
    await record.as(serviceActor('storyteller'), async work => {
      const db = work.db<PeopleTables>()
      await db
        .updateTable('person')
        .set({ sex: 'F', ethnicity: 'REFU', upn_unknown_reason: 'UN1' })
        .where('id', '=', personId)
        .execute()
      await db.insertInto('person_disability').values({ person_id: personId, code: 'NONE' }).execute()
    })
    expect(await rules()).toEqual([])
  })
})

test('the data-quality officer sees the whole authority by number, and no name or link to a record', async () => {
  const officer = await makers.worker({ class: 'data_quality' })
  const { personId, worker } = await held()
  await number(personId, '900777')
  const hidden = await makers.person()
  await makers.allocation({ personId: hidden, teamId: await makers.team() })
  await makers.restriction({ subjectId: hidden })
  const page = await text(officer, `/data-quality?source=census-items&worker=${worker.id}`)
  expect(page).toContain('900777')
  expect(page).not.toContain('Indigo')
  expect(page).not.toContain(`/people/${personId}`)
  const all = await record.as(officer, work =>
    askRoute(dataQualityRoutes, work, 'GET', '/data-quality?source=census-items&format=csv'),
  )
  expect(all.kind === 'csv' && all.shown !== 'nothing' && all.shown.subjectIds.includes(hidden)).toBe(false)
})

test('a registered source has its tab, and its finding the page that mends it', async () => {
  const { worker, personId } = await held()
  const extra: QualitySource = {
    name: 'extra',
    title: 'Extra checks',
    rules: {
      odd: {
        rule: 'Nothing is odd',
        basis: 'An invented law',
        severity: 'query',
        problem: ({ detail }) => `It is ${detail['how']}`,
        mend: 'Even it out',
        href: ({ about }) => `/people/${personId}/odd/${about}`,
      },
    },
    find: async () => sql`select 'odd' as code, person_id, null::date as day, person_id as about,
      '{"how": "quite odd"}'::jsonb as detail, null::uuid as team_id from child`,
  }
  registries.qualitySources.push(extra)
  try {
    const page = await text(worker, '/data-quality?source=extra')
    for (const words of ['Extra checks (1)', 'It is quite odd', 'An invented law', 'Even it out'])
      expect(page).toContain(words)
    expect(page).toContain(`href="/people/${personId}/odd/${personId}"`)
    expect(await text(worker, '/data-quality?source=to-mend')).toContain('It is quite odd')
  } finally {
    registries.qualitySources.splice(registries.qualitySources.indexOf(extra), 1)
  }
})

test('everything together is a grid of rules and teams, narrowed by team and by child', async () => {
  const { worker, manager, personId } = await held()
  const other = await held()
  const page = await text(manager, '/data-quality')
  expect(page).toContain('Rules by team')
  expect(page).toMatch(/data-bar|kith-bar/)
  expect(page).toContain('Everything (')
  expect(page).toContain('By child')
  expect(page).toMatch(new RegExp(`child=${personId}"`))
  const own = await csv(worker, '/data-quality?source=all')
  expect(own.length).toBeGreaterThan(3)
  expect(await csv(worker, `/data-quality?source=all&child=${personId}`)).toHaveLength(own.length)
  expect(await csv(worker, `/data-quality?source=all&child=${other.personId}`)).toEqual([])
})
