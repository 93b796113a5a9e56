import { describe, expect, test } from 'vitest'
import { userClasses } from '#platform/db'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { area, asClass, colleague, county, live, me, team } from './smallCounty.ts'
import { tableNamed, tables } from './tables.ts'
import type { Row, World } from './world.ts'

const worker = { workerId: colleague, teamId: team, areaId: null, role: 'social_worker', ...live }
const mine = { workerId: me, teamId: team, areaId: null, role: 'team_manager', ...live }
const led = county({ posts: [worker, mine] })
const other = idOf(1, 'worker', 2)
const row = (table: string, more: Partial<Row> = {}): Row => ({
  table,
  personIds: [],
  workerId: colleague,
  ...more,
})
const answers = (world: World, asked: Row) => [mayRead, mayAdd, mayChange].map(may => may(world, me, asked))
const programme = row('early_career')
const session = row('supervision_session', { writerId: me, authorId: me, isClosed: false })

describe('the line of a worker', () => {
  test('reads and writes their early career and absence: a manager of their team, or the leader of its area', () => {
    const leader = { ...mine, teamId: null, areaId: area, role: 'service_leader' }
    for (const table of ['early_career', 'worker_absence'])
      for (const world of [led, county({ posts: [worker, leader] })])
        expect(answers(world, row(table))).toEqual([true, true, true])
  })

  test('is nobody of another team, once a post has ended, or in practice beside them', () => {
    const none = [false, false, false]
    for (const post of [
      { ...mine, teamId: small.dutyTeam },
      { ...mine, endedOn: small.YESTERDAY },
      { ...mine, role: 'senior_social_worker' },
    ])
      expect(answers(county({ posts: [worker, post] }), programme)).toEqual(none)
    expect(answers(county({ posts: [{ ...worker, endedOn: small.YESTERDAY }, mine] }), programme)).toEqual(
      none,
    )
    expect(answers(asClass(led, { leftAt: small.NOW }), programme)).toEqual(none)
  })

  test('is a director for a leader of an area, and for nobody else', () => {
    const director = (role: string) =>
      asClass(county({ posts: [{ ...worker, role, teamId: null, areaId: area }] }), { class: 'director' })
    expect(mayRead(director('service_leader'), me, programme)).toBe(true)
    expect(mayRead(director('social_worker'), me, programme)).toBe(false)
  })

  test('is never oneself: one reads one’s own and writes none of it', () => {
    expect(answers(county({ posts: [mine] }), row('early_career', { workerId: me }))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('is no administrator and nobody of data quality, whatever post they hold', () => {
    for (const kind of ['administrator', 'data_quality'] as const)
      for (const table of Object.keys(tables).filter(name => tables[tableNamed(name)] === 'staff'))
        expect(answers(asClass(led, { class: kind }), row(table, { workerId: me, authorId: me }))).toEqual([
          false,
          false,
          false,
        ])
  })
})

describe('supervision', () => {
  test('is opened and written by the line in their own name, until it is complete', () => {
    expect(answers(led, session)).toEqual([true, true, true])
    expect(answers(led, { ...session, isClosed: true })).toEqual([true, true, false])
    expect(answers(led, { ...session, writerId: other, authorId: other })).toEqual([true, false, false])
  })

  test('stays readable to who supervised, and to who audits it until that is done', () => {
    const half = row('practice_development', { writerId: other, authorId: other, isClosed: true })
    expect(mayRead(county({}), me, { ...half, writerId: me })).toBe(true)
    expect(mayRead(county({}), me, { ...half, readerIds: [me] })).toBe(true)
    expect(mayRead(county({}), me, half)).toBe(false)
  })

  test('leaves the worker their own view, and corrections to whoever took part', () => {
    const own = { ...session, workerId: me, writerId: other, authorId: other }
    expect(answers(county({}), own)).toEqual([true, false, false])
    expect(mayDecide(county({}), me, own)).toBe(true)
    const correction = { ...own, table: 'supervision_correction', authorId: me, isClosed: true }
    expect(mayAdd(county({}), me, correction)).toBe(true)
    expect(mayAdd(county({}), me, { ...correction, isClosed: false })).toBe(false)
  })

  test('is audited for the line of both, and not told to the worker', () => {
    const audit = row('supervision_audit', { writerId: other, authorId: me, isClosed: false })
    const both = county({ posts: [worker, mine, { ...worker, workerId: other }] })
    expect(answers(both, audit)).toEqual([true, true, true])
    expect(answers(both, { ...audit, isClosed: true })).toEqual([true, true, false])
    expect(mayRead(county({}), me, { ...audit, workerId: me, authorId: other })).toBe(false)
    expect(mayRead(led, me, { ...audit, authorId: idOf(1, 'worker', 3) })).toBe(false)
  })
})

describe('a wellbeing check', () => {
  const check = row('wellbeing_check', { isShared: false })
  test('is the worker’s alone, and the line’s when they share it', () => {
    expect(answers(county({}), { ...check, workerId: me })).toEqual([true, true, true])
    expect(answers(led, check)).toEqual([false, false, false])
    expect(answers(led, { ...check, isShared: true })).toEqual([true, false, false])
  })
})

describe('posts, money and decisions of the workforce', () => {
  test.each(userClasses)(
    'are read by class %s, and kept by administrators, directors and leaders of areas',
    kind => {
      const leader = { ...mine, teamId: null, areaId: area, role: 'service_leader' }
      const keeps = kind === 'administrator' || kind === 'director'
      const world = asClass(county({}), { class: kind })
      expect(answers(world, row('established_post'))).toEqual([true, keeps, keeps])
      expect(answers(world, row('decision'))).toEqual([true, keeps, false])
      const leads = keeps || kind === 'practitioner'
      expect(mayAdd({ ...world, posts: [leader] }, me, row('established_post'))).toBe(leads)
    },
  )
})
